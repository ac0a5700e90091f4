import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { deadUpdates, planSteps, plans, scheduledReminders } from '../../server/db/schema.ts';
import { readQueueState } from '../../server/reminders/queue-state.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makeUser, monday } from '../support/people.ts';
import { plansOf } from '../support/query-plan.ts';
import { later, one } from '../support/rows.ts';

const database = openTestDatabase();

type Reminder = Partial<typeof scheduledReminders.$inferInsert>;

/** One lead whose plan has a step for each of `reminders`. */
async function store(...reminders: Reminder[]): Promise<void> {
  const { db } = database;
  const leadId = await makeLead(db);
  const plan = { leadId, title: 'Plan', draftedBy: 'person', startedAt: monday };
  const { id: planId } = one(await db.insert(plans).values(plan).returning());
  for (const [position, reminder] of reminders.entries()) {
    const due = { dueLocal: '2026-10-12T09:00', timeZone: 'Europe/Berlin', dueAt: monday };
    const step = {
      planId,
      leadId,
      position,
      title: 'Step',
      dueSource: 'person' as const,
      createdAt: monday,
      ...due,
    };
    const { id: stepId } = one(await db.insert(planSteps).values(step).returning());
    const whose = { stepId, leadId, userId: 1001, chatId: 1001 };
    await db.insert(scheduledReminders).values({ ...whose, dueAt: monday, sendAt: monday, ...reminder });
  }
}

beforeEach(async () => {
  await database.db.delete(deadUpdates);
  await makeUser(database.db);
});

describe('the state of the queue', () => {
  it('is all zero when nothing is stored', async () => {
    expect(await readQueueState(database.db, monday)).toEqual({
      ...{ due: 0, oldestDueAt: null, unconfirmed: 0, inFlight: 0, deadUpdates: 0 },
    });
  });

  it('counts what is due to the millisecond, and since when the first waits', async () => {
    await store(
      { sendAt: later({ minutes: -3 }) },
      { sendAt: monday },
      { sendAt: new Date(monday.getTime() + 1) },
    );
    expect(await readQueueState(database.db, monday)).toMatchObject({
      ...{ due: 2, oldestDueAt: later({ minutes: -3 }) },
    });
  });

  it('goes by when the sender looks next, not by the date it was meant for', async () => {
    await store({ dueAt: later({ days: -1 }), sendAt: later({ minutes: 5 }) });
    expect(await readQueueState(database.db, monday)).toMatchObject({ due: 0, oldestDueAt: null });
  });

  it('counts those the person has to be told of as unconfirmed, and as due', async () => {
    await store({ status: 'unconfirmed' }, {}, { status: 'unconfirmed', sendAt: later({ hours: 9 }) });
    expect(await readQueueState(database.db, monday)).toMatchObject({ due: 2, unconfirmed: 1 });
  });

  it('counts what a process has in its hands as in flight, and not as due', async () => {
    await store({ status: 'sending', claimedBy: randomUUID() }, { claimedBy: randomUUID() }, {});
    expect(await readQueueState(database.db, monday)).toMatchObject({ due: 1, inFlight: 2 });
  });

  it.each(['sent', 'held', 'failed', 'done', 'skipped', 'cancelled'] as const)(
    'does not count a reminder that is %s',
    async (status) => {
      await store({ status });
      expect(await readQueueState(database.db, monday)).toMatchObject({
        due: 0,
        unconfirmed: 0,
        inFlight: 0,
      });
    },
  );

  it('counts the updates the bot could not handle', async () => {
    const dead = (updateId: number) => ({ updateId, payload: {}, error: 'a bug', at: monday });
    await database.db.insert(deadUpdates).values([dead(1), dead(2)]);
    expect(await readQueueState(database.db, monday)).toMatchObject({ deadUpdates: 2 });
  });
});

describe('reading it after years of use', () => {
  it('costs what is due or in flight, not what is stored', async () => {
    await store(...Array<Reminder>(3).fill({ status: 'done' }));
    const rows = sql`generate_series(1, 3000) n`;
    await database.db.execute(sql`
      with some_steps as (
        insert into plan_steps (plan_id, lead_id, position, title, due_source, due_local, time_zone, due_at, created_at)
        select plans.id, lead_id, n, 'Step', 'person', '2027-01-01T09:00', 'UTC', '2027-01-01', '2026-01-01'
        from plans cross join ${rows} returning id, lead_id
      )
      insert into scheduled_reminders (step_id, lead_id, user_id, chat_id, due_at, send_at, status)
      select id, lead_id, 1001, 1001, '2027-01-01', '2027-01-01',
        (array['pending', 'sent', 'done'])[1 + (row_number() over ()) % 3]::reminder_status from some_steps`);
    await database.db.execute(sql`analyze`);
    const read = await plansOf(database.db, (db) => readQueueState(db, monday), 'scheduled_reminders');
    expect(read).toHaveLength(2);
    expect(read[0]).toContain('reminders_to_send');
    expect(read[1]).toContain('reminders_in_flight');
    for (const plan of read) expect(plan).not.toContain('Seq Scan on scheduled_reminders');
  });
});
