import { asc, eq, sql } from 'drizzle-orm';
import { stepVersion } from '../chat-messages/step-version.ts';
import type { Db } from '../db/client.ts';
import { isOneOf } from '../db/many.ts';
import { leads, planSteps, scheduledReminders as reminders, users } from '../db/schema.ts';
import { timeColumns } from '../db/time-columns.ts';
import { lastRewording } from './rewordings.ts';

export type CardRow = Awaited<ReturnType<typeof selectCardRows>>[number];
export type PlanRow = Awaited<ReturnType<typeof selectPlanRows>>[number];

/** Steps with what a card of each shows: reminder, lead, and the lead's owner. */
export function selectCardRows(db: Db, stepIds: string[], now: Date) {
  const { id, title, why, draft, channel, delayDays, timing, anchor, dueAt, status, settledAt } = planSteps;
  const { snoozedAt, sentAt, unconfirmedAt, nudgedAt } = reminders;
  return db
    .select({
      step: { id, title, why, draft, channel, delayDays, timing, anchor, dueAt, status, settledAt },
      reminder: { dueAt: reminders.dueAt, snoozedAt, sentAt, unconfirmedAt, nudgedAt },
      lead: {
        id: leads.id,
        name: leads.name,
        company: leads.company,
        telegram: leads.telegram,
        status: leads.status,
        pausedAt: leads.pausedAt,
        pauseReason: leads.pauseReason,
        waitingFor: leads.waitingFor,
        wakeAt: leads.wakeAt,
      },
      user: { id: users.id, ...timeColumns },
      modelOff: sql<boolean>`${users.modelOff} or ${leads.modelOff}`,
      rewording: lastRewording(now),
      version: stepVersion,
    })
    .from(planSteps)
    .innerJoin(leads, eq(leads.id, planSteps.leadId))
    .innerJoin(users, eq(users.id, leads.userId))
    .leftJoin(reminders, eq(reminders.stepId, planSteps.id))
    .where(isOneOf(planSteps.id, stepIds));
}

/** The whole plan of each of these leads in its order, with no more of a step than place and next step need. */
export async function listPlans(db: Db, leadIds: Set<string>): Promise<Map<string, PlanRow[]>> {
  const plans = new Map<string, PlanRow[]>();
  for (const row of await selectPlanRows(db, [...leadIds])) {
    const plan = plans.get(row.leadId);
    if (plan) plan.push(row);
    else plans.set(row.leadId, [row]);
  }
  return plans;
}

function selectPlanRows(db: Db, leadIds: string[]) {
  const { id, leadId, title, status, dueAt } = planSteps;
  return db
    .select({ id, leadId, title, status, dueAt })
    .from(planSteps)
    .where(isOneOf(leadId, leadIds))
    .orderBy(asc(planSteps.position));
}
