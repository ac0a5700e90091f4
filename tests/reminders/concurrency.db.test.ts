import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { type Db, openPostgres } from '../../server/db/client.ts';
import { scheduledReminders } from '../../server/db/schema.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import type { ClaimedMessage } from '../../server/reminders/claim.ts';
import { openTestDatabase } from '../support/database.ts';
import { insertReminders } from '../support/many-reminders.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { apart, claimMessages, claimOne, sent, settle } from '../support/reminders.ts';
import { later, messagesOf, one, reminderOf, remindersOf, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((connection) => connection.close()));
});

/** Several instances on one PostgreSQL; on PGlite, which has one connection, several callers of it. */
async function instances(count: number): Promise<Db[]> {
  const { url } = database;
  if (!url) return Array.from({ length: count }, () => database.db);
  const connections = await Promise.all(Array.from({ length: count }, () => openPostgres(url)));
  opened.push(...connections);
  return connections.map((connection) => connection.db);
}

const numbered = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const insert = (count: number, people: number) =>
  insertReminders(database.db, { count, people, dueAt: `timestamptz '${monday.toISOString()}'` });
const idsIn = (messages: ClaimedMessage[]) =>
  messages.flatMap(({ reminders }) => reminders.map(({ id }) => id));

/**
 * Each instance claims until all are taken. A chat is quiet for a second after each message, so the clock of an
 * instance goes on by a second with each of its claims.
 */
async function drain(dbs: Db[], { limit, all }: { limit: number; all: number }): Promise<ClaimedMessage[]> {
  const taken: ClaimedMessage[] = [];
  const claimAll = async (db: Db, number: number) => {
    for (let seconds = 0; idsIn(taken).length < all && seconds < 600; seconds += 1)
      taken.push(...(await claimMessages(db, later({ seconds }), { instance: numbered(number), limit })));
  };
  await Promise.all(dbs.map(claimAll));
  return taken;
}

describe('four instances that claim at once', () => {
  it.each([
    ['of 500 people', 500],
    ['of 220 people, two or three each', 220],
    ['of 40 people, a digest each', 40],
  ])('take each of 500 due reminders exactly once, %s', async (_, people) => {
    await insert(500, people);
    const taken = await drain(await instances(4), { limit: 7, all: 500 });
    expect(idsIn(taken)).toHaveLength(500);
    expect(new Set(idsIn(taken)).size).toBe(500);
    const rows = await database.db.select().from(scheduledReminders);
    expect(rows.every(({ status, attempts }) => status === 'sending' && attempts === 1)).toBe(true);
    expect(await claimMessages(database.db, later({ minutes: 20 }))).toEqual([]);
  });

  it('tell of each reminder that nobody could confirm exactly once', async () => {
    await insert(60, 20);
    await database.db.execute(
      sql`update scheduled_reminders set status = 'unconfirmed', unconfirmed_at = now()`,
    );
    const taken = await drain(await instances(4), { limit: 5, all: 60 });
    expect(new Set(idsIn(taken)).size).toBe(60);
    expect(taken.every(({ kind, reminders }) => kind === 'catch-up' && reminders.length === 3)).toBe(true);
    expect(taken).toHaveLength(20);
  });

  it('never write to one chat at the same moment', async () => {
    await insert(60, 20);
    const dbs = await instances(4);
    const claims = dbs.map((db, number) => claimMessages(db, monday, { instance: numbered(number) }));
    const chats = (await Promise.all(claims)).flat().map(({ chatId }) => chatId);
    expect(new Set(chats).size).toBe(chats.length);
    expect(chats.length).toBe(20);
  });
});

describe('a lead deleted while its reminders are on their way', () => {
  it('blocks nobody, and every message is left to say so', async () => {
    const user = await makeUser(database.db);
    const [first, second, third] = await instances(3);
    if (!first || !second || !third) throw new Error('no instances');
    for (let round = 0; round < 15; round += 1) {
      const { leadId } = await makePlannedLead(database.db, { days: [0, 0, 0, 0] });
      const messages = apart(await claimOne(database.db, later({ seconds: round })));
      expect(messages).toHaveLength(4);
      const acts = messages.map((message, index) =>
        settle(index % 2 ? first : second, message, sent(round * 10 + index)),
      );
      const [deleted] = await Promise.all([
        deleteLead(third, { userId: user.id, leadId, now: monday }),
        ...acts,
      ]);
      expect(deleted).toEqual({ ok: true });
      expect(await remindersOf(database.db, leadId)).toEqual([]);
    }
    const messages = await messagesOf(database.db);
    expect(messages).toHaveLength(60);
    expect(messages.every(({ leadId, stepId }) => leadId === null && stepId === null)).toBe(true);
    expect(messages.every(({ shown, revision }) => shown < revision)).toBe(true);
  });
});

describe('a step ticked while its reminder is on its way', () => {
  it('is done, and so is its reminder, whoever came first', async () => {
    const days = Array.from({ length: 20 }, () => 0);
    const { user, leadId } = await makePlannedLead(database.db, { days });
    const messages = apart(await claimOne(database.db, monday));
    const [here, there] = await instances(2);
    if (!here || !there) throw new Error('no instances');
    const tick = { userId: user.id, status: 'done', now: later({ minutes: 1 }) } as const;
    await Promise.all(
      messages.flatMap((message, index) => [
        settle(here, message, sent(index)),
        setStepStatus(there, { ...tick, stepId: one(message.reminders).stepId }),
      ]),
    );
    for (const step of await stepsOf(database.db, leadId)) {
      expect(step.status).toBe('done');
      expect(await reminderOf(database.db, step.id)).toMatchObject({
        status: 'done',
        messageId: expect.any(Number),
      });
    }
    const shown = await messagesOf(database.db);
    expect(shown).toHaveLength(20);
    expect(one(shown).shown).toBe(0);
  });
});
