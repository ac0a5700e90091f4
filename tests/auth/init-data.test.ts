import { sign } from '@telegram-apps/init-data-node';
import { describe, expect, it } from 'vitest';
import { readInitData } from '../../server/auth/init-data.ts';
import { botToken } from '../support/app-world.ts';
import { anna, signedInitData, tamper } from '../support/init-data.ts';
import { monday } from '../support/people.ts';

const secondsAgo = (seconds: number) => new Date(monday.getTime() - seconds * 1000);
const read = (raw: string) => readInitData(raw, botToken, monday);
const forged = { ok: false, reason: 'forged' };
const expired = { ok: false, reason: 'expired' };

describe('launch data signed by Telegram', () => {
  it('says who opened the app, and with which start parameter', () => {
    expect(read(signedInitData({ startParam: 'l_1' }))).toEqual({
      ok: true,
      user: { id: 1001, firstName: 'Anna', username: 'anna', language: 'de' },
      startParam: 'l_1',
    });
    expect(signedInitData()).toContain('signature=');
  });

  it('may lack what is optional, and hold any characters', () => {
    const name = 'Zoë <b>&"\' = % + 👩‍👩‍👧‍👦 دانا';
    expect(read(signedInitData({ user: { id: 7, first_name: name } }))).toMatchObject({
      user: { id: 7, firstName: name },
      startParam: null,
    });
  });

  it.each([
    ['an hour old', 3600, true],
    ['a second older than an hour', 3601, false],
    ['a minute ahead of our clock', -60, true],
    ['a second more ahead', -61, false],
    ['of 1970', monday.getTime() / 1000, false],
  ])('that is %s counts or not', (_, age, counts) => {
    const result = read(signedInitData({ at: secondsAgo(age) }));
    if (counts) expect(result.ok).toBe(true);
    else expect(result).toEqual(expired);
  });
});

describe('launch data that was changed', () => {
  const good = signedInitData();
  const other = JSON.stringify({ ...anna, id: 1002 });
  it.each([
    ['another user', tamper(good, 'user', other)],
    ['another date', tamper(good, 'auth_date', String(monday.getTime() / 1000 - 1))],
    ['another signature field', tamper(good, 'signature', 'other')],
    ['a field more', `${good}&start_param=l_1`],
    ['a field less', tamper(good, 'query_id', null)],
    ['no hash', tamper(good, 'hash', null)],
    ['an empty hash', tamper(good, 'hash', '')],
    ['a hash of zeros', tamper(good, 'hash', '0'.repeat(64))],
    ['no date', tamper(good, 'auth_date', null)],
    ['a second user after the first', `${good}&user=${encodeURIComponent(other)}`],
    ['a second user before the first', `user=${encodeURIComponent(other)}&${good}`],
    ['a second hash', `${good}&hash=${'0'.repeat(64)}`],
  ])('to have %s is forged', (_, raw) => {
    expect(read(raw)).toEqual(forged);
  });

  it('is forged even when it is expired as well', () => {
    const old = signedInitData({ at: secondsAgo(90_000) });
    expect(read(tamper(old, 'user', other))).toEqual(forged);
  });
});

describe('launch data of the wrong kind', () => {
  it.each([
    ['signed with another bot’s token', signedInitData({ token: '8000000002:BBother' })],
    ['without a user', signedInitData({ user: null })],
    ['of a bot', signedInitData({ user: { ...anna, is_bot: true } })],
    ['of a user without an id', signedInitData({ user: { first_name: 'Anna' } })],
    ['of a user with a word for an id', signedInitData({ user: { id: 'one', first_name: 'Anna' } })],
    ['of a user who is no object', sign({ user: 7 } as never, botToken, monday)],
  ])('%s is forged', (_, raw) => {
    expect(read(raw)).toEqual(forged);
  });

  it.each([
    '',
    'junk',
    '&&&',
    'hash=',
    '%',
    '{"user":1}',
    'user={}&auth_date=x&hash=y',
    '\u0000',
    'x'.repeat(8192),
  ])('%.20j is forged', (raw) => {
    expect(read(raw)).toEqual(forged);
  });
});
