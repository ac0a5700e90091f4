import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { type Db, openPostgres } from '../../server/db/client.ts';
import { scheduledReminders } from '../../server/db/schema.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { type ClaimedReminder, claimDueReminders, claimUnconfirmed } from '../../server/reminders/claim.ts';
import { recordSent } from '../../server/reminders/settle.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
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

async function makeDueReminders(count: number) {
  const days = Array.from({ length: count }, () => 0);
  const { leadId } = await makePlannedLead(database.db, { days });
  expect(await remindersOf(database.db, leadId)).toHaveLength(count);
}

/** Claims until nothing is left; `skip locked` may leave nothing for a moment, so it looks until all are taken. */
async function drain(claim: () => Promise<ClaimedReminder[]>, taken: ClaimedReminder[], all: number) {
  while (taken.length < all) taken.push(...(await claim()));
}

describe('four instances that claim at once', () => {
  it('take each of 500 due reminders exactly once', async () => {
    await makeDueReminders(500);
    const taken: ClaimedReminder[] = [];
    const claims = (await instances(4)).map((db) => () => claimDueReminders(db, { now: monday, limit: 7 }));
    await Promise.all(claims.map((claim) => drain(claim, taken, 500)));
    expect(taken).toHaveLength(500);
    expect(new Set(taken.map((reminder) => reminder.id)).size).toBe(500);
    const rows = await database.db.select().from(scheduledReminders);
    expect(rows.every(({ status, attempts }) => status === 'sending' && attempts === 1)).toBe(true);
    for (const claim of claims) expect(await claim()).toEqual([]);
  });

  it('catch up on each unconfirmed reminder exactly once', async () => {
    await makeDueReminders(60);
    await database.db.execute(sql`update scheduled_reminders set status = 'unconfirmed'`);
    const taken: ClaimedReminder[] = [];
    const claims = (await instances(4)).map((db) => () => claimUnconfirmed(db, { now: monday, limit: 5 }));
    await Promise.all(claims.map((claim) => drain(claim, taken, 60)));
    expect(new Set(taken.map((reminder) => reminder.id)).size).toBe(60);
    expect(taken).toHaveLength(60);
  });
});

describe('a lead deleted while its reminders are on their way', () => {
  it('blocks nobody, and every message is left to say so', async () => {
    const user = await makeUser(database.db);
    const [first, second, third] = await instances(3);
    if (!first || !second || !third) throw new Error('no instances');
    for (let round = 0; round < 15; round += 1) {
      const { leadId } = await makePlannedLead(database.db, { days: [0, 0, 0, 0] });
      const claimed = await claimDueReminders(database.db, { now: monday, limit: 10 });
      expect(claimed).toHaveLength(4);
      const acts = claimed.map((reminder, index) =>
        recordSent(index % 2 ? first : second, reminder, round * 10 + index, monday),
      );
      const [deleted] = await Promise.all([deleteLead(third, { userId: user.id, leadId }), ...acts]);
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
    const { user, leadId } = await makePlannedLead(database.db, {
      days: Array.from({ length: 20 }, () => 0),
    });
    const claimed = await claimDueReminders(database.db, { now: monday, limit: 20 });
    const [here, there] = await instances(2);
    if (!here || !there) throw new Error('no instances');
    await Promise.all(
      claimed.flatMap((reminder, index) => [
        recordSent(here, reminder, index, monday),
        setStepStatus(there, {
          userId: user.id,
          stepId: reminder.stepId,
          status: 'done',
          now: later({ minutes: 1 }),
        }),
      ]),
    );
    for (const step of await stepsOf(database.db, leadId)) {
      expect(step.status).toBe('done');
      expect(await reminderOf(database.db, step.id)).toMatchObject({
        status: 'done',
        messageId: expect.any(Number),
      });
    }
    const messages = await messagesOf(database.db);
    expect(messages).toHaveLength(20);
    expect(one(messages).shown).toBe(0);
  });
});
