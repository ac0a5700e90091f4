import { asc, eq } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { activities, leadEvents, leads, planSteps, plans, proposals } from '../db/schema.ts';
import { getLeads } from './leads.ts';

/**
 * A person's leads with plan, steps, events, history and proposals, in the order of the list: the nearest next step first.
 */
export async function getOwnLeads(db: Db, user: User, now: Date) {
  const ofPerson = eq(leads.userId, user.id);
  const rows = new Map((await db.select().from(leads).where(ofPerson)).map((lead) => [lead.id, lead]));
  const planOf = byLead(
    await db.select({ row: plans }).from(plans).innerJoin(leads, eq(leads.id, plans.leadId)).where(ofPerson),
  );
  const stepsOf = byLead(
    await db
      .select({ row: planSteps })
      .from(planSteps)
      .innerJoin(leads, eq(leads.id, planSteps.leadId))
      .where(ofPerson)
      .orderBy(asc(planSteps.position)),
  );
  const eventsOf = byLead(
    await db
      .select({ row: leadEvents })
      .from(leadEvents)
      .innerJoin(leads, eq(leads.id, leadEvents.leadId))
      .where(ofPerson),
  );
  const historyOf = byLead(
    await db
      .select({ row: activities })
      .from(activities)
      .where(eq(activities.userId, user.id))
      .orderBy(asc(activities.at)),
  );
  const proposalsOf = byLead(
    await db
      .select({ row: proposals })
      .from(proposals)
      .where(eq(proposals.userId, user.id))
      .orderBy(asc(proposals.createdAt)),
  );
  return (await getLeads(db, user, {}, now)).leads.flatMap(({ id, next }) => {
    const lead = rows.get(id);
    const [leadPlan] = planOf(id);
    if (!lead) return [];
    return [
      {
        ...own(lead),
        id,
        next: next && { title: next.title, due: next.due.local },
        plan: leadPlan ? { ...own(leadPlan), steps: stepsOf(id).map(own) } : null,
        events: eventsOf(id).map(({ event, happensLocal }) => ({ event, happensLocal })),
        history: historyOf(id).map(({ kind, text, at }) => ({ kind, text, at })),
        proposals: proposalsOf(id).map(own),
      },
    ];
  });
}

/** A row without the numbers by which we find it. */
export function own<T extends { id: unknown; userId?: unknown; leadId?: unknown; planId?: unknown }>(row: T) {
  const { id: _id, userId: _userId, leadId: _leadId, planId: _planId, ...rest } = row;
  return rest;
}

/** The rows of each lead, in their order. */
function byLead<T extends { leadId: string }>(rows: { row: T }[]): (leadId: string) => T[] {
  const found = new Map<string, T[]>();
  for (const { row } of rows) {
    const known = found.get(row.leadId);
    if (known) known.push(row);
    else found.set(row.leadId, [row]);
  }
  return (leadId) => found.get(leadId) ?? [];
}
