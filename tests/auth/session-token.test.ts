import { createHmac } from 'node:crypto';
import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { issueSessionToken, readSessionToken } from '../../server/auth/session-token.ts';
import { botToken } from '../support/app-world.ts';
import { days, minutes } from '../support/frozen-clock.ts';
import { monday } from '../support/people.ts';

const later = (ms: number) => new Date(monday.getTime() + ms);
const read = (token: string, now = monday) => readSessionToken(token, botToken, now);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a session token', () => {
  it('says whose it is for 30 days, and nothing after', async () => {
    const token = await issueSessionToken(1001, botToken, monday);
    expect(await read(token)).toBe(1001);
    expect(await read(token, later(days(30) - 1000))).toBe(1001);
    expect(await read(token, later(days(30)))).toBeNull();
    expect(await read(token, later(days(30) + minutes(1)))).toBeNull();
  });

  it('holds the largest Telegram id', async () => {
    const id = 2 ** 52 - 1;
    expect(await read(await issueSessionToken(id, botToken, monday))).toBe(id);
  });

  it('does not hold the bot’s token', async () => {
    const token = await issueSessionToken(1001, botToken, monday);
    const decoded = token.split('.').map((one) => Buffer.from(one, 'base64url').toString());
    expect(decoded.join()).not.toContain(botToken.slice(12));
  });

  it('of another bot is worth nothing', async () => {
    expect(await read(await issueSessionToken(1001, 'another:token', monday))).toBeNull();
  });
});

describe('a forged token', () => {
  const claims = { sub: '1002', aud: 'followthrough-mini-app', exp: monday.getTime() / 1000 + 3600 };
  const key = createHmac('sha256', botToken).update('followthrough session').digest();
  const signed = (payload: object, alg = 'HS256', secret: Uint8Array = key) =>
    new SignJWT({ ...payload }).setProtectedHeader({ alg }).sign(secret);

  it('with another person’s id under the old signature is refused', async () => {
    const [header, , signature] = (await issueSessionToken(1001, botToken, monday)).split('.');
    expect(await read(`${header}.${part(claims)}.${signature}`)).toBeNull();
  });

  it('without a signature ("alg": "none") is refused', async () => {
    expect(await read(`${part({ alg: 'none' })}.${part(claims)}.`)).toBeNull();
    expect(await read(`${part({ alg: 'none' })}.${part(claims)}`)).toBeNull();
  });

  it('signed with the bot’s token itself, or by another algorithm, is refused', async () => {
    expect(await read(await signed(claims))).toBe(1002);
    expect(await read(await signed(claims, 'HS256', Buffer.from(botToken)))).toBeNull();
    expect(await read(await signed(claims, 'HS512', Buffer.concat([key, key])))).toBeNull();
  });

  it('for another audience, without an end, or without a number for an id is refused', async () => {
    expect(await read(await signed({ ...claims, aud: 'another-app' }))).toBeNull();
    expect(await read(await signed({ sub: '1002', exp: claims.exp }))).toBeNull();
    expect(await read(await signed({ sub: '1002', aud: claims.aud }))).toBeNull();
    expect(await read(await signed({ ...claims, sub: 'admin' }))).toBeNull();
    expect(await read(await signed({ aud: claims.aud, exp: claims.exp }))).toBeNull();
    expect(await read(await signed({ ...claims, sub: '' }))).toBeNull();
  });

  it.each(['', '.', '..', 'junk', 'a.b.c', '\u0000', 'x'.repeat(100_000)])(
    '%.10j is no token',
    async (text) => {
      expect(await read(text)).toBeNull();
    },
  );
});
