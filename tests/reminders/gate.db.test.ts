import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { sendGate } from '../../server/db/schema.ts';
import { closeGate, lockGate, takeSlots } from '../../server/reminders/gate.ts';
import { openTestDatabase } from '../support/database.ts';
import { one } from '../support/rows.ts';

const database = openTestDatabase();

const gate = async () => one(await database.db.select().from(sendGate));
/** Takes slots, and tells by how many milliseconds the next free one moved. */
async function take(count: number, rate: number) {
  const before = (await gate()).freeAt;
  const slots = await database.db.transaction((tx) => takeSlots(tx, count, rate));
  return { ...slots, movedMs: (await gate()).freeAt.getTime() - before.getTime() };
}
const setFreeAt = (when: ReturnType<typeof sql>) =>
  database.db.execute(sql`update send_gate set free_at = ${when}`);
/** How many seconds ahead of the database's clock the next slot is, rounded. */
async function freeInSeconds(): Promise<number> {
  const [row] = await database.db
    .select({ seconds: sql`extract(epoch from free_at - clock_timestamp())`.mapWith(Number) })
    .from(sendGate);
  return Math.round(one([row]).seconds);
}
const opensIn = () => database.db.transaction((tx) => lockGate(tx));

describe('the slots of the even flow', () => {
  it('are as far apart as the rate says', async () => {
    expect(await take(1, 30)).toMatchObject({ gapMs: 1000 / 30 });
    expect(await take(1, 0.5)).toMatchObject({ gapMs: 2000 });
  });

  it('follow one another: nobody has the slot of somebody else', async () => {
    await setFreeAt(sql`now() + interval '10 seconds'`);
    const first = await take(20, 1);
    const second = await take(15, 1);
    expect([first.movedMs, second.movedMs]).toEqual([20_000, 15_000]);
    // The first of the second begins where the last of the first ends; time has gone on meanwhile.
    expect(second.firstInMs).toBeGreaterThan(first.firstInMs);
    expect(second.firstInMs).toBeLessThanOrEqual(first.firstInMs + 20_000);
  });

  it('are different for four that take them at once', async () => {
    await setFreeAt(sql`now() + interval '10 seconds'`);
    const before = (await gate()).freeAt;
    const takers = [1, 2, 3, 4].map(() =>
      database.db.transaction(async (tx) => {
        await lockGate(tx);
        await takeSlots(tx, 5, 1);
        return one(await tx.select().from(sendGate)).freeAt.getTime() - before.getTime();
      }),
    );
    const ends = await Promise.all(takers);
    expect(ends.sort((a, b) => a - b)).toEqual([5000, 10_000, 15_000, 20_000]);
  });

  it('begin now when nobody took one for a while: what was not used is not made up for', async () => {
    await setFreeAt(sql`now() - interval '1 hour'`);
    expect(await take(3, 1)).toMatchObject({ firstInMs: 0 });
    expect(await freeInSeconds()).toBe(3);
  });

  it('make nobody wait when there is no limit', async () => {
    await setFreeAt(sql`now() + interval '10 seconds'`);
    expect(await take(100, 0)).toEqual({ firstInMs: 0, gapMs: 0, movedMs: 0 });
  });

  it('are not used up by nothing', async () => {
    expect(await take(0, 30)).toMatchObject({ movedMs: 0 });
  });

  it('are believed half a minute ahead, and not a day ahead: a wrong clock took that one', async () => {
    await setFreeAt(sql`now() + interval '30 seconds'`);
    expect(await take(1, 1)).toMatchObject({ movedMs: 1000 });
    await setFreeAt(sql`now() + interval '1 day'`);
    expect(await take(2, 1)).toMatchObject({ firstInMs: 0 });
    expect(await freeInSeconds()).toBe(2);
  });
});

describe('the gate', () => {
  it('is open at first, and again when its time has come', async () => {
    expect(await opensIn()).toBe(0);
    await closeGate(database.db, 60_000);
    await database.db.execute(sql`update send_gate set closed_until = now()`);
    expect(await opensIn()).toBe(0);
  });

  it('is closed for as long as Telegram asked', async () => {
    await closeGate(database.db, 3_600_000);
    const ms = await opensIn();
    expect(ms).toBeGreaterThan(3_000_000);
    expect(ms).toBeLessThanOrEqual(3_600_000);
  });

  it('keeps the longer of two waits', async () => {
    await closeGate(database.db, 3_600_000);
    const { closedUntil } = await gate();
    await closeGate(database.db, 1000);
    expect(await gate()).toMatchObject({ closedUntil });
    await closeGate(database.db, 7_200_000);
    expect(one([(await gate()).closedUntil]).getTime()).toBeGreaterThan(one([closedUntil]).getTime());
  });

  it('takes no slot away by being closed', async () => {
    const { freeAt } = await gate();
    await closeGate(database.db, 60_000);
    expect(await gate()).toMatchObject({ freeAt });
  });

  it('without its row is a database that was never set up', async () => {
    await database.db
      .transaction(async (tx) => {
        await tx.delete(sendGate);
        await expect(lockGate(tx)).rejects.toThrow('the send gate has no row');
        tx.rollback();
      })
      .catch(() => {});
    expect(await opensIn()).toBe(0);
  });
});
