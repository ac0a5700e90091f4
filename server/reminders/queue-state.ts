import { and, count, eq, isNotNull, lte, min, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { deadUpdates, scheduledReminders as reminders } from '../db/schema.ts';
import { isSendable } from './queries.ts';

/** What waits and what went wrong, of all people. */
export type QueueState = {
  /** Reminders whose time has come and that nobody is sending yet. */
  due: number;
  /** The earliest time among them; null when there is none. */
  oldestDueAt: Date | null;
  /** How many of them may have arrived already: the person is told so next. */
  unconfirmed: number;
  /** Reminders that a process has in its hands right now. */
  inFlight: number;
  /** Telegram's updates that the bot could not handle. */
  deadUpdates: number;
};

/**
 * The state of the queue at `now`, for the operator. Partial indexes answer it (reminders_to_send, reminders_in_flight):
 * it costs what is due or wrong, never what is stored.
 */
export async function readQueueState(db: Db, now: Date): Promise<QueueState> {
  const [waiting, inFlight, dead] = await Promise.all([
    db
      .select({
        due: count(),
        oldestDueAt: min(reminders.sendAt),
        unconfirmed: sql`count(*) filter (where ${eq(reminders.status, 'unconfirmed')})`.mapWith(Number),
      })
      .from(reminders)
      .where(and(isSendable, lte(reminders.sendAt, now))),
    db.select({ count: count() }).from(reminders).where(isNotNull(reminders.claimedBy)),
    db.select({ count: count() }).from(deadUpdates),
  ]);
  const { due, oldestDueAt, unconfirmed } = waiting[0] ?? { due: 0, oldestDueAt: null, unconfirmed: 0 };
  return {
    due,
    oldestDueAt,
    unconfirmed,
    inFlight: inFlight[0]?.count ?? 0,
    deadUpdates: dead[0]?.count ?? 0,
  };
}
