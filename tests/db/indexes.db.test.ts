import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { listStaleMessages } from '../../server/chat-messages/queries.ts';
import type { Db } from '../../server/db/client.ts';
import { listStaleLeads } from '../../server/followups/queries.ts';
import { claimPlanRequest } from '../../server/plans/requests.ts';
import { getNextSendAt } from '../../server/reminders/queries.ts';
import { takeOverFromTheDead } from '../../server/reminders/take-over.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeUser, monday } from '../support/people.ts';
import { plansOf } from '../support/query-plan.ts';
import { claimMessages } from '../support/reminders.ts';

const database = openTestDatabase();

/** Years of history: what is over and what is far ahead, and nothing that a poller has to do now. */
beforeEach(async () => {
  await makeUser(database.db);
  await database.db.execute(sql`
    with some_leads as (
      insert into leads (user_id, name, status, last_activity_at, created_at)
      select 1001, 'Lead ' || n, 'won', '2026-01-01', '2026-01-01' from generate_series(1, 3000) n returning id
    ), some_plans as (
      insert into plans (lead_id, title, drafted_by, started_at)
      select id, 'Plan', 'person', '2026-01-01' from some_leads returning id, lead_id
    ), some_steps as (
      insert into plan_steps (plan_id, lead_id, position, title, due_source, due_local, time_zone, due_at, created_at)
      select id, lead_id, 0, 'Step', 'person', '2027-01-01T09:00', 'UTC', '2027-01-01', '2026-01-01' from some_plans
      returning id, lead_id
    ), some_messages as (
      insert into chat_messages (user_id, chat_id, message_id, kind, lead_id, sent_at, revision, shown)
      select 1001, 1001, row_number() over (), 'plan', lead_id, '2026-01-01', 1, 1 from some_plans
    ), some_requests as (
      insert into plan_requests (lead_id, status, created_at) select id, 'done', '2026-01-01' from some_leads
    )
    insert into scheduled_reminders (step_id, lead_id, user_id, chat_id, due_at, send_at, status, last_reminded_at)
    select id, lead_id, 1001, 1001, '2027-01-01', '2027-01-01', (array['pending', 'sent', 'done'])[1 + n % 3]::reminder_status, '2026-01-01'
    from (select *, row_number() over () as n from some_steps) steps`);
  await database.db.execute(sql`analyze`);
});

describe('a poller that looks for work', () => {
  it.each<[string, (db: Db) => Promise<unknown>, string, string, string?]>([
    ['claiming due reminders', (db) => claimMessages(db, monday), 'scheduled_reminders', 'reminders_to_send'],
    ['when to look next', (db) => getNextSendAt(db), 'scheduled_reminders', 'reminders_to_send'],
    // The statement that looks for the dead names the instances.
    [
      'taking over from the dead',
      (db) => takeOverFromTheDead(db, monday),
      'instances',
      'reminders_in_flight',
      'scheduled_reminders',
    ],
    ['claiming a plan request', (db) => claimPlanRequest(db, monday), 'plan_requests', 'plan_requests_open'],
    ['looking for stale leads', (db) => listStaleLeads(db, monday), 'leads', 'leads_open_by_activity'],
    ['looking for stale messages', (db) => listStaleMessages(db, 20), 'chat_messages', 'chat_messages_stale'],
  ])('reads only what is to do: %s', async (_, run, table, index, whole = table) => {
    const plans = await plansOf(database.db, run, table);
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) {
      expect(plan).toContain(index);
      expect(plan).not.toContain(`Seq Scan on ${whole}`);
    }
  });
});
