import type { PGlite } from '@electric-sql/pglite';
import { type Logger, sql } from 'drizzle-orm';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { beforeEach, describe, expect, it } from 'vitest';
import { listStaleMessages } from '../../server/chat-messages/queries.ts';
import type { Db } from '../../server/db/client.ts';
import * as schema from '../../server/db/schema.ts';
import { listStaleLeads } from '../../server/followups/queries.ts';
import { claimPlanRequest } from '../../server/plans/requests.ts';
import { claimDueReminders, expireLeases } from '../../server/reminders/claim.ts';
import { onPostgres, openTestDatabase } from '../support/database.ts';
import { makeUser, monday } from '../support/people.ts';
import { one } from '../support/rows.ts';

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
    insert into scheduled_reminders (step_id, lead_id, user_id, chat_id, due_at, status, last_reminded_at)
    select id, lead_id, 1001, 1001, '2027-01-01', (array['pending', 'sent', 'done'])[1 + n % 3]::reminder_status, '2026-01-01'
    from (select *, row_number() over () as n from some_steps) steps`);
  await database.db.execute(sql`analyze`);
});

type Query = { text: string; params: unknown[] };

/** The same connection, through a drizzle that keeps what it sends. */
function listen(): { db: Db; sent: Query[] } {
  const sent: Query[] = [];
  const logger: Logger = { logQuery: (text, params) => void sent.push({ text, params }) };
  const { $client } = database.db as unknown as { $client: Sql & PGlite };
  const config = { schema, logger };
  return { db: onPostgres ? drizzlePostgres($client, config) : drizzlePglite($client, config), sent };
}

/** How PostgreSQL would run the first statement of `run` that names `table`. */
async function planOf(run: (db: Db) => Promise<unknown>, table: string): Promise<string> {
  const { db, sent } = listen();
  await run(db);
  const query = one(sent.filter(({ text }) => text.includes(`"${table}"`)));
  const values = query.params.map((value) => `'${value}'`);
  const literal = query.text.replace(/\$(\d+)/g, (_, place) => one(values, Number(place) - 1));
  const rows: unknown = await database.db.execute(sql.raw(`explain ${literal}`));
  return JSON.stringify(rows);
}

describe('a poller that looks for work', () => {
  it.each([
    [
      'claiming due reminders',
      (db: Db) => claimDueReminders(db, { now: monday, limit: 5 }),
      'scheduled_reminders',
      'reminders_pending_by_due',
    ],
    ['expiring leases', (db: Db) => expireLeases(db, monday), 'scheduled_reminders', 'reminders_in_flight'],
    [
      'claiming a plan request',
      (db: Db) => claimPlanRequest(db, monday),
      'plan_requests',
      'plan_requests_open',
    ],
    ['looking for stale leads', (db: Db) => listStaleLeads(db, monday), 'leads', 'leads_open_by_activity'],
    [
      'looking for stale messages',
      (db: Db) => listStaleMessages(db, 20),
      'chat_messages',
      'chat_messages_stale',
    ],
  ] as const)('reads only what is to do: %s', async (_, run, table, index) => {
    const plan = await planOf(run, table);
    expect(plan).toContain(index);
    expect(plan).not.toContain(`Seq Scan on ${table}`);
  });
});
