import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testReminders } from '../../server/db/schema.ts';
import { closeGate } from '../../server/reminders/gate.ts';
import { askForTest, claimTest, returnTest } from '../../server/reminders/test-reminders.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeUser, monday } from '../support/people.ts';
import { later } from '../support/rows.ts';

const database = openTestDatabase();

beforeEach(async () => {
  for (const id of [1001, 1002]) await makeUser(database.db, { id });
});
afterEach(async () => {
  await database.db.execute(sql`update send_gate set closed_until = null`);
});

const ask = (userId: number, now = monday) => askForTest(database.db, { userId, now });
const claim = async () => (await claimTest(database.db, 0))?.request ?? null;
const waiting = () => database.db.select().from(testReminders);

describe('a test reminder', () => {
  it('is taken once, and is gone before it is sent', async () => {
    await ask(1001);
    expect(await claim()).toEqual({ userId: 1001, askedAt: monday });
    expect(await waiting()).toEqual([]);
    expect(await claim()).toBeNull();
  });

  it('waits once for each person, however often it is asked for', async () => {
    await Promise.all([ask(1001), ask(1001), ask(1001)]);
    await ask(1002);
    expect(await waiting()).toHaveLength(2);
  });

  it('is taken in the order of asking', async () => {
    await ask(1002, later({ seconds: 1 }));
    await ask(1001, later({ seconds: 2 }));
    expect([await claim(), await claim()]).toMatchObject([{ userId: 1002 }, { userId: 1001 }]);
  });

  it('is taken by one of several that look at once', async () => {
    await ask(1001);
    const taken = await Promise.all([claim(), claim(), claim(), claim()]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('that was not delivered waits again, as it was asked for', async () => {
    await ask(1001);
    const request = await claim();
    if (request) await returnTest(database.db, request);
    expect(await claim()).toEqual({ userId: 1001, askedAt: monday });
  });

  it('that was asked for anew meanwhile does not wait twice', async () => {
    await ask(1001);
    const request = await claim();
    await ask(1001, later({ minutes: 1 }));
    if (request) await returnTest(database.db, request);
    expect(await waiting()).toEqual([{ userId: 1001, askedAt: later({ minutes: 1 }) }]);
  });

  it('waits while Telegram wants a pause', async () => {
    await ask(1001);
    await closeGate(database.db, 60_000);
    expect(await claim()).toBeNull();
    expect(await waiting()).toHaveLength(1);
  });
});
