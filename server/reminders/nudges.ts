import { and, eq, exists, lte, min, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { planSteps, scheduledReminders as reminders } from '../db/schema.ts';
import { nudgeReminders } from './mutations.ts';

/** The words of the index `reminders_to_nudge`, which serves both. */
const isToNudge = sql`status = 'sent' and nudge_at is not null`;

/**
 * Raises the one nudge about every step that is still open when its time has come: its reminder goes out once more, by
 * the same sender and so exactly once. Of a lead that rests, every reminder is cancelled.
 * @returns how many were raised.
 */
export function raiseNudges(db: Db, now: Date): Promise<number> {
  const open = db
    .select({ id: planSteps.id })
    .from(planSteps)
    .where(and(eq(planSteps.id, reminders.stepId), eq(planSteps.status, 'open')));
  const due = and(isToNudge, lte(reminders.nudgeAt, now), exists(open));
  return db.transaction((tx) => nudgeReminders(tx, due, now));
}

/** When the next nudge is to be raised; null when none is planned. */
export async function getNextNudgeAt(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ nudgeAt: min(reminders.nudgeAt) })
    .from(reminders)
    .where(isToNudge);
  return row?.nudgeAt ?? null;
}
