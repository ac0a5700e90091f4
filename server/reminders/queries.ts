import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { scheduledReminders as reminders } from '../db/schema.ts';

/** The instant of the earliest reminder still to be sent, of all people or of one; null when none is scheduled. */
export async function getNextDueAt(db: Db, userId?: number): Promise<Date | null> {
  const [row] = await db
    .select({ dueAt: reminders.dueAt })
    .from(reminders)
    .where(
      and(eq(reminders.status, 'pending'), userId === undefined ? undefined : eq(reminders.userId, userId)),
    )
    .orderBy(asc(reminders.dueAt))
    .limit(1);
  return row?.dueAt ?? null;
}
