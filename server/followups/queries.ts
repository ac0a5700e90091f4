import { and, asc, eq, gt, isNull, lte, notExists, or } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { leads, planSteps, scheduledReminders as reminders, users } from '../db/schema.ts';
import { activeLead } from '../leads/status.ts';
import { staleBounds } from './stale.ts';

type Row = { user: typeof users.$inferSelect; lead: typeof leads.$inferSelect };
export type StaleLeads = { user: Row['user']; leads: Row['lead'][] };

/**
 * Leads that went quiet, by person: open, no activity for three days (but some within sixty), no open step that is to
 * come, came due within those days or waits for the date of its event, no nudge within three days, and the person can be reached.
 */
export async function listStaleLeads(db: Db, now: Date): Promise<StaleLeads[]> {
  const { quietSince, notBefore, nudgedBefore } = staleBounds(now);
  // A step that was due within these days was heard of by its reminder, and a snoozed one will be.
  const ahead = or(gt(planSteps.dueAt, quietSince), gt(reminders.dueAt, quietSince), isNull(planSteps.dueAt));
  const futureStep = db
    .select({ id: planSteps.id })
    .from(planSteps)
    .leftJoin(reminders, eq(reminders.stepId, planSteps.id))
    .where(and(eq(planSteps.leadId, leads.id), eq(planSteps.status, 'open'), ahead));
  const rows = await db
    .select({ user: users, lead: leads })
    .from(leads)
    .innerJoin(users, eq(users.id, leads.userId))
    .where(
      and(
        activeLead,
        lte(leads.lastActivityAt, quietSince),
        gt(leads.lastActivityAt, notBefore),
        or(isNull(leads.lastNudgedAt), lte(leads.lastNudgedAt, nudgedBefore)),
        isNull(users.unreachableAt),
        notExists(futureStep),
      ),
    )
    .orderBy(asc(users.id), asc(leads.lastActivityAt));
  return groupByPerson(rows);
}

function groupByPerson(rows: Row[]): StaleLeads[] {
  const people = new Map<number, StaleLeads>();
  for (const { user, lead } of rows) {
    const group = people.get(user.id) ?? { user, leads: [] };
    group.leads.push(lead);
    people.set(user.id, group);
  }
  return [...people.values()];
}
