import { eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { leads, planSteps, scheduledReminders as reminders } from '../db/schema.ts';

/** The rows behind step views: the step, its reminder, its lead. Add a `where`. */
export function selectSteps(db: Db) {
  return db
    .select({
      step: planSteps,
      reminder: { dueAt: reminders.dueAt, snoozedAt: reminders.snoozedAt },
      lead: leads,
    })
    .from(planSteps)
    .innerJoin(leads, eq(leads.id, planSteps.leadId))
    .leftJoin(reminders, eq(reminders.stepId, planSteps.id))
    .$dynamic();
}
