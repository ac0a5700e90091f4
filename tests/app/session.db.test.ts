import { describe, expect, it } from 'vitest';
import { POST } from '../../app/api/session/route.ts';
import { GET as getToday } from '../../app/api/today/route.ts';
import { getUser } from '../../server/auth/users.ts';
import { users } from '../../server/db/schema.ts';
import { insides, openAppWorld } from '../support/app-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { failingDb } from '../support/failing-db.ts';
import { minutes } from '../support/frozen-clock.ts';
import { anna, signedInitData, tamper } from '../support/init-data.ts';
import { makePlannedLead, monday } from '../support/people.ts';
import { stepsOf } from '../support/scenes.ts';

const database = openTestDatabase();

async function post(body: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const raw = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await POST(new Request('http://localhost/api/session', { method: 'POST', body: raw }));
  const text = await response.text();
  expect(text).not.toMatch(insides);
  return { status: response.status, body: JSON.parse(text) };
}

describe('exchanging launch data for a session', () => {
  it('gives a token that reads answer to, and remembers the person', async () => {
    openAppWorld(database.db);
    const { status, body } = await post({ initData: signedInitData() });
    expect(status).toBe(200);
    expect(body).toEqual({ token: expect.any(String), firstName: 'Anna', openAt: null });
    expect(await getUser(database.db, 1001)).toMatchObject({
      username: 'anna',
      language: 'de',
      chatId: 1001,
    });
    const headers = { authorization: `Bearer ${body.token}` };
    const read = await getToday(new Request('http://localhost/api/today', { headers }), {
      params: Promise.resolve({}),
    });
    expect(read.status).toBe(200);
  });

  it('learns the device’s time zone once; later the person’s own choice stays', async () => {
    openAppWorld(database.db);
    await post({ initData: signedInitData(), timeZone: 'Asia/Tokyo' });
    await post({ initData: signedInitData(), timeZone: 'Europe/Paris' });
    // Nobody has said yet that it is theirs: the Mini App asks.
    expect(await getUser(database.db, 1001)).toMatchObject({ timeZone: 'Asia/Tokyo', zoneConfirmedAt: null });
  });

  it.each(['Mars/Olympus', '', '+25:00', 'x'.repeat(65), 7, null, {}])(
    'takes no notice of the time zone %j',
    async (timeZone) => {
      openAppWorld(database.db);
      expect((await post({ initData: signedInitData(), timeZone })).status).toBe(200);
      expect(await getUser(database.db, 1001)).toMatchObject({ timeZone: null });
    },
  );

  it('moves the steps that were planned in UTC to the person’s own morning', async () => {
    openAppWorld(database.db);
    const { leadId } = await makePlannedLead(database.db, { days: [3] });
    await database.db.update(users).set({ timeZone: null });
    await post({ initData: signedInitData(), timeZone: 'Asia/Tokyo' });
    const [step] = await stepsOf(database.db, leadId);
    expect(step).toMatchObject({ timeZone: 'Asia/Tokyo', dueLocal: '2026-10-15T09:00' });
  });

  it('says where a link from outside the chat leads, and nowhere for one that is not ours', async () => {
    openAppWorld(database.db);
    const [lead, step] = ['9b2f6a3e-0f57-4a0c-9d3a-3f0a1c2b4d5e', '1b2f6a3e-0f57-4a0c-9d3a-3f0a1c2b4d5f'];
    const openAt = async (startParam: string) =>
      (await post({ initData: signedInitData({ startParam }) })).body.openAt;
    expect(await openAt(`l_${lead}`)).toBe(`/leads/${lead}`);
    expect(await openAt(`l_${lead}_s_${step}`)).toBe(`/leads/${lead}?step=${step}`);
    expect(await openAt('ref_42')).toBeNull();
  });
});

describe('launch data that is no good', () => {
  const forged = tamper(signedInitData(), 'user', JSON.stringify({ ...anna, id: 1002 }));
  const old = signedInitData({ at: new Date(monday.getTime() - minutes(61)) });
  const early = signedInitData({ at: new Date(monday.getTime() + minutes(2)) });
  it.each([
    ['forged', forged],
    ['expired', old],
    ['of the future', early],
    ['of another bot', signedInitData({ token: '8000000002:BBother' })],
    ['junk', 'user=1&hash=2'],
  ])('%s is 401 and leaves no trace', async (_, initData) => {
    const { lines } = openAppWorld(database.db);
    const { status, body } = await post({ initData });
    expect({ status, reason: body.reason }).toEqual({ status: 401, reason: 'signed-out' });
    expect(await database.db.select().from(users)).toEqual([]);
    expect(lines()).toEqual([]);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '7',
    '{}',
    '{"initData":""}',
    '{"initData":7}',
    `{"initData":"${'x'.repeat(8193)}"}`,
  ])('the body %.40s is 400', async (raw) => {
    const { lines } = openAppWorld(database.db);
    expect(await post(raw)).toMatchObject({ status: 400, body: { ok: false, reason: 'invalid' } });
    expect(lines()).toEqual([]);
  });

  it('in a body of 5 MB is 400', async () => {
    openAppWorld(database.db);
    expect((await post({ initData: signedInitData(), pad: 'x'.repeat(5_000_000) })).status).toBe(400);
    expect((await post({ initData: 'x'.repeat(5_000_000) })).status).toBe(400);
  });
});

describe('a session that cannot be made', () => {
  it('is 500 with an apology, and a line in the log', async () => {
    const { lines } = openAppWorld(failingDb(database.db, 'insert', () => true));
    expect(await post({ initData: signedInitData() })).toMatchObject({
      status: 500,
      body: { reason: 'failed' },
    });
    expect(lines()).toMatchObject([{ level: 50, msg: 'a session could not be made' }]);
  });
});
