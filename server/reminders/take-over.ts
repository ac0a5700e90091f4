import { type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { isOneOf } from '../db/many.ts';
import { isDead } from '../instances/instances.ts';
import { updateAndLog } from './delivery-log.ts';
import { lockGate } from './gate.ts';
import { isSendable } from './queries.ts';
import { unconfirmedSince } from './settle.ts';

/**
 * What an instance had in flight when it died, or did not settle within its lease, is unconfirmed: nobody knows whether
 * the message left. The person is told at once, as far as the hour allows.
 * @returns how many reminders were taken over.
 */
export async function takeOverFromTheDead(db: Db, now: Date): Promise<number> {
  const isLost = sql`claimed_by is not null and (lease_until < now() or ${isDead(sql`claimed_by`)})`;
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(sql`scheduled_reminders`)
    .where(isLost);
  if (!row?.count) return 0;
  await end(db, isLost, { lost: true, cause: 'the sender stopped before Telegram answered', now });
  return row.count;
}

/**
 * What is claimed for this instance without it knowing, because the answer of the database never came: nothing of it
 * was sent, so it comes again as if it had never been claimed.
 */
export async function returnUnknownClaims(
  db: Db,
  { instance, known, now }: { instance: string; known: string[]; now: Date },
): Promise<void> {
  const which = sql`claimed_by = ${instance} and not ${isOneOf(sql`id`, known)}`;
  await db.transaction(async (tx) => {
    // The claim in question may still be about to commit; it holds the gate until then.
    await lockGate(tx);
    await end(tx, which, { lost: false, cause: 'the database did not answer the claim', now });
  });
}

/**
 * This machine's clock went back: waits that were counted by the wrong time are over, and what has to wait is put off
 * anew when it is looked at.
 */
export async function forgetWaits(db: Db, now: Date): Promise<void> {
  const at = sql`${now.toISOString()}::timestamptz`;
  await db.execute(sql`
    update scheduled_reminders set send_at = due_at where ${isSendable} and send_at > ${at} and send_at > due_at`);
}

async function end(db: Db, which: SQL, { lost, cause, now }: { lost: boolean; cause: string; now: Date }) {
  const waiting = sql`(case when ${lost} or r.unconfirmed_at is not null then 'unconfirmed' else 'pending' end)`;
  const update = sql`
    update scheduled_reminders r set claimed_by = null, lease_until = null, last_error = ${cause},
      ${unconfirmedSince(sql`${lost}`, now)},
      last_reminded_at = case when ${lost} or r.unconfirmed_at is not null then r.last_reminded_at end,
      attempts = case when ${lost} then r.attempts else greatest(0, r.attempts - 1) end,
      send_at = case when r.status = 'sending' then ${now.toISOString()}::timestamptz else r.send_at end,
      status = case when r.status = 'sending' then ${waiting}::reminder_status else r.status end
    where ${which}
    returning r.id, r.status, ${cause}::text as cause`;
  await db.transaction(async (tx) => {
    // In the order of lockReminders (reminders/mutations.ts).
    await tx.execute(sql`select id from scheduled_reminders where ${which} order by id for update`);
    await updateAndLog(tx, update, now);
  });
}
