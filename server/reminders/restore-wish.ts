import { eq, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { isOneOf } from '../db/many.ts';
import { scheduledReminders as reminders } from '../db/schema.ts';
import type { ActSnapshot } from '../db/stored-json.ts';
import { lockReminders, standing } from './change.ts';
import { writeLog } from './delivery-log.ts';

type Before = ActSnapshot['reminders'][number];

/**
 * Undo, for reminders: each gets the date it had, and stands where the facts put it. A message that Telegram took
 * meanwhile stays sent, and what is in flight tells its own outcome. Those in `over` had nothing to come, and have the
 * status again that they had: their steps were settled, or without a date.
 */
export async function restoreWish(
  tx: Db,
  before: Before[],
  { over, now }: { over: Set<string>; now: Date },
): Promise<void> {
  const which = isOneOf(
    reminders.id,
    before.map(({ id }) => id),
  );
  await lockReminders(tx, which);
  for (const one of before) await tx.update(reminders).set(columns(one, now)).where(eq(reminders.id, one.id));
  const ids = before.map(({ id }) => id).filter((id) => over.has(id));
  const changed = await tx
    .update(reminders)
    // After the dates, since where a reminder stands depends on them.
    .set({
      status: sql`case when ${isOneOf(reminders.id, ids)} then ${reminders.status} else ${standing()} end`,
    })
    .where(which)
    .returning({ id: reminders.id, status: reminders.status });
  await writeLog(tx, changed, 'an act was undone by the person', now);
}

const columns = (one: Before, now: Date) => ({
  ...{ dueAt: new Date(one.dueAt), sendAt: new Date(one.sendAt), snoozedAt: date(one.snoozedAt) },
  ...{ nudgeAt: ahead(date(one.nudgeAt), now), nudgedAt: date(one.nudgedAt) },
  ...{ status: one.status, attempts: one.attempts, lastError: one.lastError },
  // The later of the two: a message about the new date counts for the old one.
  sentAt: sql`greatest(${reminders.sentAt}, ${one.sentAt}::timestamptz)`,
  unconfirmedAt: sql`coalesce(${reminders.unconfirmedAt}, ${one.unconfirmedAt}::timestamptz)`,
});

/** A nudge whose time has passed meanwhile is not made up for. */
const ahead = (at: Date | null, now: Date) => (at && at > now ? at : null);
const date = (text: string | null) => (text === null ? null : new Date(text));
