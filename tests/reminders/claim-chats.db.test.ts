import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { type Database, type Db, openPostgres } from '../../server/db/client.ts';
import { scheduledReminders, users } from '../../server/db/schema.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { claimDue } from '../../server/reminders/claim.ts';
import { onPostgres, openTestDatabase } from '../support/database.ts';
import { makeLead, makeUser, monday, planOf } from '../support/people.ts';
import { claimMessages, here } from '../support/reminders.ts';
import { later, one } from '../support/rows.ts';

const database = openTestDatabase();
let opened: Database[] = [];
afterEach(async () => {
  await Promise.all(opened.map((connection) => connection.close()));
  opened = [];
});

const of = (userId: number) => eq(scheduledReminders.userId, userId);

/** A person with that many reminders due at `dueAt`. */
async function chat(userId: number, count: number, dueAt = monday): Promise<void> {
  await makeUser(database.db, { id: userId });
  const leadId = await makeLead(database.db, { userId });
  const plan = planOf(...Array.from({ length: count }, () => 0));
  await savePlan(database.db, { leadId, plan, now: monday });
  await database.db.update(scheduledReminders).set({ dueAt, sendAt: dueAt }).where(of(userId));
}

const claim = (now: Date, limit?: number, db: Db = database.db) => claimMessages(db, now, { limit });
/** "1 reminder: 1, 2 digest: 4": whose, what, and how many steps. */
const said = (messages: Awaited<ReturnType<typeof claim>>) =>
  messages.map(({ userId, kind, reminders }) => `${userId} ${kind}: ${reminders.length}`).join(', ');
const reminders = (userId: number) => database.db.select().from(scheduledReminders).where(of(userId));
const person = async (userId: number) =>
  one(await database.db.select().from(users).where(eq(users.id, userId)));

describe('a chat with several reminders due', () => {
  it('gets one, and is quiet for a second; the others are put off by it', async () => {
    await chat(1, 3);
    expect(said(await claim(monday))).toBe('1 reminder: 1');
    expect(await person(1)).toMatchObject({ quietUntil: later({ seconds: 1 }) });
    const rows = await reminders(1);
    const waiting = rows.filter(({ status }) => status === 'pending');
    expect(waiting.map(({ sendAt, dueAt, attempts }) => ({ sendAt, dueAt, attempts }))).toEqual(
      Array.from({ length: 2 }, () => ({ sendAt: later({ seconds: 1 }), dueAt: monday, attempts: 0 })),
    );
  });

  it('gets one each second until there are none', async () => {
    await chat(1, 3);
    const said: number[] = [];
    for (const seconds of [0, 0.5, 1, 1.5, 2, 3]) said.push((await claim(later({ seconds }))).length);
    expect(said).toEqual([1, 0, 1, 0, 1, 0]);
  });

  it('gets four in one message', async () => {
    await chat(1, 4);
    expect(said(await claim(monday))).toBe('1 digest: 4');
    for (const row of await reminders(1))
      expect(row).toMatchObject({ status: 'sending', claimedBy: here, attempts: 1 });
  });

  it('gets twenty-five in two messages, and each of them once', async () => {
    await chat(1, 25);
    const first = await claim(monday);
    const second = await claim(later({ seconds: 1 }));
    expect(said([...first, ...second])).toBe('1 digest: 20, 1 digest: 5');
    const ids = [...first, ...second].flatMap((message) => message.reminders.map(({ id }) => id));
    expect(new Set(ids).size).toBe(25);
  });
});

describe('several chats', () => {
  it('get a message each at the same moment, whose reminder is oldest first', async () => {
    await chat(3, 1);
    await chat(1, 4, later({ minutes: -10 }));
    await chat(2, 2, later({ minutes: -20 }));
    expect(said(await claim(monday))).toBe('2 reminder: 1, 1 digest: 4, 3 reminder: 1');
  });

  it('are no more than asked for, and the others are the next', async () => {
    for (const userId of [1, 2, 3, 4, 5]) await chat(userId, 1);
    const first = await claim(monday, 3);
    const second = await claim(monday, 3);
    expect([first.length, second.length]).toEqual([3, 2]);
    expect(new Set([...first, ...second].map(({ userId }) => userId)).size).toBe(5);
  });

  it('come by the age of what is due, whoever was there first', async () => {
    for (const [userId, minutes] of [
      [1, 5],
      [2, 20],
      [3, 10],
    ] as const)
      await chat(userId, 1, later({ minutes: -minutes }));
    const order: string[] = [];
    for (const _ of [1, 2, 3]) order.push(said(await claim(monday, 1)));
    expect(order).toEqual(['2 reminder: 1', '3 reminder: 1', '1 reminder: 1']);
  });

  it('do not wait long for one that has many', async () => {
    await chat(1, 9, later({ minutes: -1 }));
    await chat(2, 1);
    expect(said(await claim(monday, 1))).toBe('1 digest: 9');
    expect(said(await claim(monday, 1))).toBe('2 reminder: 1');
  });

  it('are told how many were moved, so that the sender looks again', async () => {
    await chat(1, 3);
    await chat(2, 1);
    await database.db.update(users).set({ unreachableAt: monday }).where(eq(users.id, 2));
    const claimed = await claimDue(database.db, { now: monday, instance: here, limit: 10, rate: 0 });
    expect(claimed).toMatchObject({ closedForMs: 0, moved: 3, messages: [{ userId: 1 }] });
  });

  it('have a slot each in the even flow', async () => {
    for (const userId of [1, 2, 3]) await chat(userId, 1);
    const claimed = await claimDue(database.db, { now: monday, instance: here, limit: 10, rate: 20 });
    expect(claimed).toMatchObject({ slots: { gapMs: 50 } });
  });
});

describe.runIf(onPostgres)('a person who does something just now', () => {
  it('keeps nobody else waiting, and is the next', async () => {
    await chat(1, 5);
    await chat(2, 1);
    const connection = await openPostgres(database.url ?? '');
    opened.push(connection);
    await connection.db.transaction(async (tx) => {
      await tx.select().from(users).where(eq(users.id, 1)).for('no key update');
      expect(said(await claim(monday))).toBe('2 reminder: 1');
      expect(
        (await reminders(1)).every(({ status, sendAt }) => status === 'pending' && +sendAt === +monday),
      ).toBe(true);
    });
    expect(said(await claim(monday))).toBe('1 digest: 5');
  });

  it('with one step waits for nothing but that step', async () => {
    await chat(1, 2);
    const connection = await openPostgres(database.url ?? '');
    opened.push(connection);
    const busy = one(await reminders(1));
    await connection.db.transaction(async (tx) => {
      await tx.select().from(scheduledReminders).where(eq(scheduledReminders.id, busy.id)).for('update');
      const [message] = await claim(monday);
      expect(message?.reminders.map(({ id }) => id)).not.toContain(busy.id);
      expect(message?.reminders).toHaveLength(1);
    });
    const [message] = await claim(later({ seconds: 1 }));
    expect(message?.reminders).toMatchObject([{ id: busy.id }]);
  });
});
