import { and, asc, eq, gt } from 'drizzle-orm';
import { getUser, personTime, type User } from '../auth/users.ts';
import { markStepMessagesStale } from '../chat-messages/mutations.ts';
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
    for (const step of await lockComingSteps(tx, userId, now)) {
      const due = reschedule(step, personTime(user));
      if (due.dueAt.getTime() === step.dueAt.getTime() && due.timeZone === step.timeZone) continue;
      const { dueLocal, timeZone, dueAt } = due;
      await tx.update(planSteps).set({ dueLocal, timeZone, dueAt }).where(eq(planSteps.id, step.id));
      await moveReminder(tx, step.id, dueAt);
      await markStepMessagesStale(tx, step);
    }
    return user;
  });
}

/** Locks the leads first, as every act does, so that a date picked at this moment is not put back. */
async function lockComingSteps(tx: Db, userId: number, now: Date) {
  const ofPerson = eq(leads.userId, userId);
  await tx.select({ id: leads.id }).from(leads).where(ofPerson).orderBy(asc(leads.id)).for('update');
  const rows = await tx
    .select({ step: planSteps })
    .from(planSteps)
    .innerJoin(leads, eq(leads.id, planSteps.leadId))
    .where(and(ofPerson, eq(planSteps.status, 'open'), gt(planSteps.dueAt, now)));
  return rows.map(({ step }) => step);
}
