import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import { getUser, personTime, type User } from '../auth/users.ts';
import { markStepMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps, scheduledReminders as reminders, users } from '../db/schema.ts';
import { moveReminder, moveSnoozedReminder } from '../reminders/mutations.ts';
import { inZone, type PersonTime, toLocal } from '../time/wall-time.ts';
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
    // Not "for update": that would stand in the way of acts which hold a lead and write rows of this person.
    const [before] = await tx.select().from(users).where(eq(users.id, userId)).for('no key update');
    const [user] = await tx.update(users).set(change).where(eq(users.id, userId)).returning();
    if (!user || !before) return null;
    for (const step of await lockComingSteps(tx, userId, now)) {
      const due = reschedule(step, personTime(user));
      if (due.dueAt.getTime() === step.dueAt.getTime() && due.timeZone === step.timeZone) continue;
      const { dueLocal, timeZone, dueAt } = due;
      await tx.update(planSteps).set({ dueLocal, timeZone, dueAt }).where(eq(planSteps.id, step.id));
      await moveReminder(tx, step.id, dueAt);
      await markStepMessagesStale(tx, step);
    }
    await moveSnoozes(tx, userId, { from: personTime(before), to: personTime(user), now });
    return user;
  });
}

/** A snooze, too, was meant in the person's own time: "tomorrow" is tomorrow at the reminder hour, wherever they are. */
async function moveSnoozes(
  tx: Db,
  userId: number,
  { from, to, now }: { from: PersonTime; to: PersonTime; now: Date },
): Promise<void> {
  const asleep = await tx
    .select({ id: reminders.stepId, leadId: reminders.leadId, dueAt: reminders.dueAt })
    .from(reminders)
    .where(and(eq(reminders.userId, userId), isNotNull(reminders.snoozedAt), gt(reminders.dueAt, now)));
  for (const { dueAt, ...step } of asleep) {
    const dueLocal = toLocal(inZone(dueAt, from.timeZone));
    const keepsHour = !dueLocal.endsWith(`T${String(from.reminderHour).padStart(2, '0')}:00`);
    const moved = reschedule(
      { dueSource: 'person', keepsHour, dueLocal, timeZone: from.timeZone, dueAt },
      to,
    );
    await moveSnoozedReminder(tx, step.id, moved.dueAt);
    await markStepMessagesStale(tx, step);
  }
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
