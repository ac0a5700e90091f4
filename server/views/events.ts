import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps } from '../db/schema.ts';
import { activeLead } from '../leads/status.ts';
import { getEventDates } from '../plans/bases.ts';
import { type EventName, eventNames } from '../plans/timing.ts';
import { personTime } from '../time/person.ts';
import { fromLocal, toDate } from '../time/wall-time.ts';
import { momentWords } from '../time/when.ts';
import type { EventView, WaitingView } from './event-view.ts';

type StepRow = Pick<typeof planSteps.$inferSelect, 'status' | 'anchor'>;
type Of = { leadId: string; user: User; steps: StepRow[]; now: Date };

/** The events of a lead that matter: those with a date, and those that open steps count from. */
export async function getEvents(db: Db, { leadId, user, steps, now }: Of): Promise<EventView[]> {
  const dates = await getEventDates(db, leadId);
  const { timeZone } = personTime(user);
  return eventNames.flatMap((event) => {
    const local = dates[event] ?? null;
    const following = steps.filter(({ status, anchor }) => status === 'open' && anchor === event).length;
    if (local === null && following === 0) return [];
    const at = local === null ? null : fromLocal(local, timeZone);
    return { event, local, words: at && momentWords(toDate(at), now, timeZone), steps: following };
  });
}

/** What waits for the date of an event in a person's leads that are neither closed nor resting, the oldest lead first. */
export async function getWaiting(db: Db, user: User): Promise<WaitingView[]> {
  const rows = await db
    .select({
      ...{ leadId: leads.id, leadName: leads.name, company: leads.company },
      ...{ anchor: planSteps.anchor, steps: count() },
    })
    .from(planSteps)
    .innerJoin(leads, eq(leads.id, planSteps.leadId))
    .where(and(eq(leads.userId, user.id), activeLead, eq(planSteps.status, 'open'), isNull(planSteps.dueAt)))
    .groupBy(leads.id, planSteps.anchor)
    .orderBy(asc(leads.createdAt), asc(leads.id), asc(planSteps.anchor));
  return rows.flatMap(({ anchor, ...row }) => {
    const event = eventOfAnchor(anchor);
    return event ? { ...row, event } : [];
  });
}

/** The event among what a step can count from; null for the others. */
export const eventOfAnchor = (anchor: string | null): EventName | null =>
  eventNames.find((name) => name === anchor) ?? null;
