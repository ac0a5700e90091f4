import { desc, eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { leadEvents, planSteps } from '../db/schema.ts';
import type { Bases, EventDates } from './schedule.ts';

/** The dates of a lead's events, as wall times in its owner's zone. */
export async function getEventDates(tx: Db, leadId: string): Promise<EventDates> {
  const rows = await tx.select().from(leadEvents).where(eq(leadEvents.leadId, leadId));
  return Object.fromEntries(rows.map(({ event, happensLocal }) => [event, happensLocal]));
}

/** What a step that is added at the end of a plan at `now` counts from. */
export async function basesAtEnd(tx: Db, leadId: string, now: Date): Promise<Bases> {
  const [last] = await tx
    .select({ dueAt: planSteps.dueAt, settledAt: planSteps.settledAt })
    .from(planSteps)
    .where(eq(planSteps.leadId, leadId))
    .orderBy(desc(planSteps.position))
    .limit(1);
  const before = last?.settledAt ?? last?.dueAt ?? null;
  // Nothing is counted from the past: what was due then is to be followed from now on.
  const previous = before && before > now ? before : null;
  return { start: now, previous, events: await getEventDates(tx, leadId) };
}
