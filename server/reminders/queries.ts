import { and, eq, min, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { scheduledReminders as reminders } from '../db/schema.ts';

/** What the sender may still take up; the words of the index `reminders_to_send`, which serves it. */
export const isSendable = sql`status in ('pending', 'unconfirmed') and claimed_by is null`;

/** The query of getNextSendAt; a few pages of one index, whatever is stored. */
export function selectNextSendAt(db: Db, userId?: number) {
  const ofPerson = userId === undefined ? undefined : eq(reminders.userId, userId);
  return db
    .select({ sendAt: min(reminders.sendAt) })
    .from(reminders)
    .where(and(isSendable, ofPerson));
}

/**
 * When the sender has to look next: the earliest instant at which anything is to be sent. Of all people, or of one;
 * null when nothing is scheduled.
 */
export async function getNextSendAt(db: Db, userId?: number): Promise<Date | null> {
  const [row] = await selectNextSendAt(db, userId);
  return row?.sendAt ?? null;
}
