import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { modelUsage } from '../../server/db/schema.ts';
import { createModel } from '../../server/model/create-model.ts';
import { addTokens, countCall } from '../../server/model/usage.ts';
import { keepHouse } from '../../server/pollers/housekeeping.ts';
import { openTestDatabase } from '../support/database.ts';
import { days, frozenClock, hours } from '../support/frozen-clock.ts';
import { silentLog } from '../support/log.ts';
import { startModelStandIn } from '../support/model-stand-in.ts';
import { monday } from '../support/people.ts';

const database = openTestDatabase();

async function openModel(limits: { dailyLimit?: number; dailyLimitTotal?: number }) {
  const standIn = await startModelStandIn();
  const clock = frozenClock(monday);
  const model = createModel(standIn.config(limits), { db: database.db, clock, log: silentLog });
  const data = { lead: { name: 'Anna' }, step: { title: '', draft: 'Hi Anna.' }, wish: 'warmer' };
  const answer = z.object({ draft: z.string() });
  const ask = async (userId = 1001) => {
    const got = await model.ask({ task: 'draft', userId, instructions: 'Rewrite it.', data, answer });
    return got.ok ? 'ok' : got.reason;
  };
  return { ...standIn, ask, clock };
}

const count = (outcomes: string[], outcome: string) => outcomes.filter((one) => one === outcome).length;
const usage = async (who: number) =>
  (await database.db.select().from(modelUsage).where(eq(modelUsage.who, who)))[0];

describe('the daily limits', () => {
  it('cannot be passed by calls at the same moment', async () => {
    const { ask, calls } = await openModel({ dailyLimit: 3 });
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => ask()));
    expect(outcomes.toSorted()).toEqual([...Array(9).fill('limit'), 'ok', 'ok', 'ok']);
    expect(calls).toHaveLength(3);
    expect(await ask(1002)).toBe('ok');
  });

  it('hold for all together, whoever asks', async () => {
    const { ask, calls } = await openModel({ dailyLimitTotal: 4 });
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, index) => ask(1001 + index)));
    expect([count(outcomes, 'ok'), calls.length]).toEqual([4, 4]);
  });

  it('begin anew with the UTC day', async () => {
    const { ask, clock } = await openModel({ dailyLimit: 1 });
    expect([await ask(), await ask()]).toEqual(['ok', 'limit']);
    clock.moveTo(new Date('2026-10-12T23:59:59.999Z'));
    expect(await ask()).toBe('limit');
    clock.moveTo(new Date('2026-10-13T00:00:00Z'));
    expect(await ask()).toBe('ok');
  });

  it('count an answer that is sent back as the two calls it costs, failed calls too', async () => {
    const { ask, play } = await openModel({ dailyLimit: 3 });
    play({ kind: 'truncated' });
    expect(await ask()).toBe('ok');
    play({ kind: '500' });
    expect([await ask(), await ask()]).toEqual(['down', 'limit']);
  });
});

describe('the usage of a day', () => {
  it('is written down for calls that begin and end at the same moment, none waiting for another for ever', async () => {
    const call = { userId: 1001, now: monday, dailyLimit: 1000, dailyLimitTotal: 1000 };
    const tokens = { in: 2, out: 1 };
    // The row of all lies first, where a scan finds it before the person's.
    const rows = [0, 1001].map((who) => ({ day: '2026-10-12', who }));
    await database.db.insert(modelUsage).values(rows);
    const both = () => [countCall(database.db, call), addTokens(database.db, { ...call, tokens })];
    await Promise.all(Array.from({ length: 60 }, both).flat());
    expect(await usage(1001)).toMatchObject({ calls: 60, tokensIn: 120, tokensOut: 60 });
    expect(await usage(0)).toMatchObject({ calls: 60, tokensIn: 120, tokensOut: 60 });
  });

  it('is its calls and tokens, of the person and of all', async () => {
    const { ask } = await openModel({});
    await ask(1001);
    await ask(1002);
    const [olga, all] = [await usage(1001), await usage(0)];
    expect(olga).toMatchObject({ day: '2026-10-12', calls: 1 });
    expect(olga?.tokensIn).toBeGreaterThan(50);
    expect(all).toMatchObject({ calls: 2, tokensIn: 2 * (olga?.tokensIn ?? 0) });
    expect(all?.tokensOut).toBe(2 * (olga?.tokensOut ?? 0));
  });

  it('is forgotten after 90 days', async () => {
    const { ask } = await openModel({});
    await ask();
    await keepHouse(database.db, new Date(monday.getTime() + days(90)));
    expect(await usage(1001)).toBeDefined();
    await keepHouse(database.db, new Date(monday.getTime() + days(90) + hours(24)));
    expect(await usage(1001)).toBeUndefined();
  });
});
