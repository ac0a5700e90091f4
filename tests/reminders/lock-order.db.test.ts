import { eq, sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { getUser } from '../../server/auth/users.ts';
import { type Database, type Db, openPostgres } from '../../server/db/client.ts';
import { planSteps, proposals, scheduledReminders } from '../../server/db/schema.ts';
import { lockLead } from '../../server/leads/lock-lead.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { acceptChanges } from '../../server/plans/proposals/mutations.ts';
import type { ClaimedMessage } from '../../server/reminders/claim.ts';
import { settleReminder } from '../../server/reminders/mutations.ts';
import { holdPerson, type Outcome, recordOutcomes } from '../../server/reminders/settle.ts';
import { onPostgres, openTestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { makePlannedLead, monday, planOf } from '../support/people.ts';
import { apart, blocked, claimOne, here, notTried, sent } from '../support/reminders.ts';
import { one, remindersOf } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let opened: Database[] = [];

afterEach(async () => {
  await Promise.all(opened.map((connection) => connection.close()));
  opened = [];
});

/** One more instance on the same database. */
async function instance(): Promise<Db> {
  const connection = await openPostgres(database.url ?? '');
  opened.push(connection);
  return connection.db;
}

/** How many statements in this database wait for a lock. */
async function waiting(): Promise<number> {
  const waits = sql`wait_event_type = 'Lock' and datname = current_database()`;
  return database.db.$count(sql`pg_stat_activity`, waits);
}

type Act = (db: Db) => Promise<unknown>;

/** Starts both while a reminder that they need is locked, so that each has what it could get; then lets them go. */
async function together(locked: string, act: Act, other: Act): Promise<void> {
  const [first, second] = [await instance(), await instance()];
  const { both } = await database.db.transaction(async (tx) => {
    await tx.select().from(scheduledReminders).where(eq(scheduledReminders.id, locked)).for('update');
    const both = Promise.all([act(first), other(second)]);
    await Promise.race([both, eventually(async () => (await waiting()) === 2)]);
    return { both };
  });
  await both;
}

const acts: Record<string, (leadId: string) => Act> = {
  closed: (leadId) => (db) => setLeadStatus(db, { userId, leadId, status: 'won', now: monday }),
  deleted: (leadId) => (db) => deleteLead(db, { userId, leadId, now: monday }),
  'changed as proposed': (leadId) => async (db) => {
    const [step] = await db.select().from(planSteps).where(eq(planSteps.leadId, leadId)).limit(1);
    const drop = { kind: 'drop', stepId: one([step]).id, title: '', why: '', id: 0, state: 'open' } as const;
    const row = { leadId, userId, because: '', items: [drop], createdAt: monday };
    const [proposal] = await db.insert(proposals).values(row).returning();
    return acceptChanges(db, { userId, proposalId: one([proposal]).id, changeId: 0, now: monday });
  },
  'planned anew': (leadId) => (db) => savePlan(db, { leadId, plan: planOf(1), now: monday }),
};

/** The planner's choice when there is more than a handful of reminders. */
async function byIndex(db: Db, act: (tx: Db) => Promise<unknown>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    await tx.execute(sql`set local enable_bitmapscan = off`);
    await act(tx);
  });
}

describe.runIf(onPostgres)('nobody stands in the way of somebody who stands in theirs', () => {
  const orders = ['as claimed', 'the other way round'];
  const cases = Object.keys(acts).flatMap((act) => orders.map((order) => ({ act, order })));

  it.each(cases)(
    'when a lead is $act while a digest of its steps comes back, $order',
    async ({ act, order }) => {
      const { leadId } = await makePlannedLead(database.db, { days: [0, 0, 0, 0, 0] });
      const messages = apart(await claimOne(database.db, monday));
      const middle = one(one(messages, 2).reminders).id;
      const inOrder = order === 'as claimed' ? messages : messages.toReversed();
      const outcomes = inOrder.map((message) => ({ message, ...notTried() }) as Outcome);
      const record: Act = (db) => recordOutcomes(db, outcomes, { instance: here, now: monday });
      await together(middle, one([acts[act]])(leadId), record);
      const rows = await remindersOf(database.db, leadId);
      expect(rows.filter(({ claimedBy }) => claimedBy)).toEqual([]);
    },
  );

  it.each(cases)('when a lead is $act while its person blocks the bot, $order', async ({ act, order }) => {
    const days = order === 'as claimed' ? [0, 1, 2, 3, 4] : [4, 3, 2, 1, 0];
    const { leadId } = await makePlannedLead(database.db, { days });
    const middle = one(await remindersOf(database.db, leadId), 2).id;
    const hold: Act = (db) => byIndex(db, (tx) => holdPerson(tx, userId, monday));
    await together(middle, one([acts[act]])(leadId), hold);
    expect(await getUser(database.db, userId)).toMatchObject({ unreachableAt: monday });
  });

  it('when a step is done while one message to its person was taken and the next refused', async () => {
    const { leadId } = await makePlannedLead(database.db, { days: [0, 1] });
    const message: ClaimedMessage = await claimOne(database.db, monday);
    const refused = { ...message, reminders: [] };
    const outcomes = [
      { message, ...sent() },
      { message: refused, ...blocked },
    ] as Outcome[];
    const waits = one(await remindersOf(database.db, leadId), 1);
    const other = await instance();
    const { recording } = await database.db.transaction(async (tx) => {
      await lockLead(tx, userId, leadId);
      const recording = recordOutcomes(other, outcomes, { instance: here, now: monday });
      await eventually(waiting);
      const settling = settleReminder(tx, { stepId: waits.stepId, status: 'done', now: monday });
      await Promise.all([settling, Promise.race([recording, settling])]);
      return { recording };
    });
    await recording;
    const statuses = (await remindersOf(database.db, leadId)).map(({ status }) => status);
    expect(statuses).toEqual(['sent', 'done']);
  });
});
