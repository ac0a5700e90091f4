import { and, eq, gt } from 'drizzle-orm';
import { getUser, personTime, type User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps, users } from '../db/schema.ts';
import { moveReminder } from '../reminders/mutations.ts';
import type { PersonTime } from '../time/wall-time.ts';
import { reschedule } from './schedule.ts';

/**
 * Changes a person's zone or reminder hour. Open steps that are still to come keep their wall time (or take the new
 * hour) and their reminders follow in the same transaction; what was due before `now` stays as it was.
 * @returns the person as they are now; null when there is none.
 */
export function changePersonTime(
  db: Db,
  { userId, change, now }: { userId: number; change: Partial<PersonTime>; now: Date },
): Promise<User | null> {
  if (change.timeZone === undefined && change.reminderHour === undefined) return getUser(db, userId);
  return db.transaction(async (tx) => {
    const [user] = await tx.update(users).set(change).where(eq(users.id, userId)).returning();
    if (!user) return null;
    const open = await tx
      .select({ step: planSteps })
      .from(planSteps)
      .innerJoin(leads, eq(leads.id, planSteps.leadId))
      .where(and(eq(leads.userId, userId), eq(planSteps.status, 'open'), gt(planSteps.dueAt, now)));
    for (const { step } of open) {
      const due = reschedule(step, personTime(user));
      if (due.dueAt.getTime() === step.dueAt.getTime() && due.timeZone === step.timeZone) continue;
      const { dueLocal, timeZone, dueAt } = due;
      await tx.update(planSteps).set({ dueLocal, timeZone, dueAt }).where(eq(planSteps.id, step.id));
      await moveReminder(tx, step.id, dueAt);
    }
    return user;
  });
}
