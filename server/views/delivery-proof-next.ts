import { and, asc, eq, gt, inArray, or } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps, scheduledReminders as reminders } from '../db/schema.ts';
import { personTime } from '../time/person.ts';
import { dueView } from '../time/when.ts';
import type { NextReminder } from './delivery-proof-view.ts';

const most = 5;

/** What names and opens a reminder; of a query that joins steps and leads. */
export const reminderSubject = {
  stepId: reminders.stepId,
  leadId: reminders.leadId,
  title: planSteps.title,
  leadName: leads.name,
  company: leads.company,
};

/**
 * This person's next reminders, the earliest first, at most five. What is held and was due already is told of among the
 * troubles; what is held and still ahead keeps its place here.
 */
export async function listNext(db: Db, user: User, now: Date): Promise<NextReminder[]> {
  const stillAhead = and(eq(reminders.status, 'held'), gt(reminders.sendAt, now));
  const rows = await db
    .select({ ...reminderSubject, sendAt: reminders.sendAt, status: reminders.status })
    .from(reminders)
    .innerJoin(planSteps, eq(planSteps.id, reminders.stepId))
    .innerJoin(leads, eq(leads.id, reminders.leadId))
    .where(
      and(eq(reminders.userId, user.id), or(inArray(reminders.status, ['pending', 'sending']), stillAhead)),
    )
    .orderBy(asc(reminders.sendAt), asc(reminders.id))
    .limit(most);
  const { timeZone } = personTime(user);
  return rows.map(({ sendAt, status, ...about }) => ({
    ...about,
    due: dueView(sendAt, now, timeZone),
    state: user.unreachableAt ? 'held' : status === 'sending' || sendAt <= now ? 'now' : 'planned',
  }));
}
