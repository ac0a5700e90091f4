import { eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { leads, planSteps, plans, scheduledReminders as reminders } from '../db/schema.ts';

/** The rows behind step views: the step, its reminder, the instant its plan counts from, its lead. Add a `where`. */
export function selectSteps(db: Db) {
  return db
    .select({
      step: planSteps,
      reminder: { dueAt: reminders.dueAt, snoozedAt: reminders.snoozedAt },
      planBase: plans.startedAt,
      lead: leads,
    })
    .from(planSteps)
    .innerJoin(plans, eq(plans.id, planSteps.planId))
    .innerJoin(leads, eq(leads.id, planSteps.leadId))
    .leftJoin(reminders, eq(reminders.stepId, planSteps.id))
    .$dynamic();
}
