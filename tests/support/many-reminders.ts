import { sql } from 'drizzle-orm';
import type { Db } from '../../server/db/client.ts';

const id = (kind: number) => sql.raw(`('${kind}0000000-0000-4000-8000-' || lpad(to_hex(i), 12, '0'))::uuid`);

type Options = {
  count: number;
  /** The number of the first; a second call goes on where the first ended. */
  from?: number;
  /** SQL for the due instant of number `i`. */
  dueAt: string;
  /** How many people they are spread over; one each unless told otherwise. */
  people?: number;
};

/** Reminders in bulk, each of a lead and a plan of its own: "Lead 7" of person 100007. Milliseconds for thousands. */
export async function insertReminders(
  db: Db,
  { count, from = 1, dueAt, people = count }: Options,
): Promise<void> {
  const numbers = sql.raw(`generate_series(${from}, ${from + count - 1}) as i`);
  const person = sql.raw(`(100000 + i % ${people})`);
  const due = sql.raw(`(${dueAt})`);
  await db.transaction(async (tx) => {
    await tx.execute(sql`insert into users (id, chat_id, first_name, time_zone, created_at)
      select distinct ${person}, ${person}, 'Person', 'UTC', now() from ${numbers} on conflict do nothing`);
    await tx.execute(sql`insert into leads (id, user_id, name, last_activity_at, created_at)
      select ${id(1)}, ${person}, 'Lead ' || i, now(), now() from ${numbers}`);
    await tx.execute(sql`insert into plans (id, lead_id, title, drafted_by, started_at)
      select ${id(2)}, ${id(1)}, 'Plan', 'person', now() from ${numbers}`);
    await tx.execute(sql`insert into plan_steps
      (id, plan_id, lead_id, position, title, draft, due_source, due_local, time_zone, due_at, created_at)
      select ${id(3)}, ${id(2)}, ${id(1)}, 0, 'Write to them', 'Hello, how are you?', 'person',
        to_char(${due} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI'), 'UTC', ${due}, now() from ${numbers}`);
    await tx.execute(sql`insert into scheduled_reminders (step_id, lead_id, user_id, chat_id, due_at, send_at)
      select ${id(3)}, ${id(1)}, ${person}, ${person}, step.due_at, step.due_at
      from ${numbers} join plan_steps step on step.id = ${id(3)}`);
  });
  await db.execute(sql`analyze`);
}
