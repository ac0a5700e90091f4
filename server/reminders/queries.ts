import { and, asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { scheduledReminders as reminders } from '../db/schema.ts';

/**
 * When the next reminder is to be sent: the earliest due instant, or the later one it was put off to. Of all people,
 * or of one; null when none is scheduled.
 */
export async function getNextDueAt(db: Db, userId?: number): Promise<Date | null> {
  const sendAt = sql`greatest(${reminders.dueAt}, ${reminders.retryAt})`.mapWith(reminders.dueAt);
  const [row] = await db
    .select({ sendAt })
    .from(reminders)
    .where(
      and(eq(reminders.status, 'pending'), userId === undefined ? undefined : eq(reminders.userId, userId)),
    )
    .orderBy(asc(sendAt))
    .limit(1);
  return row?.sendAt ?? null;
}
