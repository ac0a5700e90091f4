import { and, asc, eq } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { getUser } from '../auth/users.ts';
import { markLeadMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { leadEvents, planSteps } from '../db/schema.ts';
import { lockLead } from '../leads/lock-lead.ts';
import { isClosed } from '../leads/status.ts';
import { personTime } from '../time/person.ts';
import { fromLocal, toDate, toLocal } from '../time/wall-time.ts';
import { momentWords } from '../time/when.ts';
import { type Act, recordAct } from './acts.ts';
import { getEventDates } from './bases.ts';
import { followEvent } from './follow-event.ts';
import { furthestMs } from './furthest.ts';
import type { Step } from './lock-step.ts';
import { takeSnapshot } from './snapshot.ts';
import type { EventName } from './timing.ts';

const dayMs = 24 * 60 * 60_000;
/** An event that was longer ago is a slip of the finger: what follows it would all be late. */
const longestAgoMs = 31 * dayMs;

type Input = {
  userId: number;
  leadId: string;
  event: EventName;
  /** Wall time in the person's zone; null takes the date away. */
  local: string | null;
  now: Date;
};
type Refusal = {
  ok: false;
  /** far: more than 31 days ago, or more than five years ahead. */
  reason: 'not-found' | 'closed' | 'no-date' | 'far';
};
/** `act` can be undone; null when the event had that date already. `steps`: how many open ones count from it. */
type Set = { ok: true; act: Act | null; steps: number };

/**
 * Gives an event of a lead its date, another one, or none (cadence contract T5). The lead's open steps that count from
 * it follow, with their reminders, and no others; one that would have been due already comes at once, inside the window.
 */
export function setEventDate(db: Db, input: Input): Promise<Set | Refusal> {
  const { userId, leadId, event, local, now } = input;
  return db.transaction(async (tx) => {
    const lead = await lockLead(tx, userId, leadId);
    const user = lead && (await getUser(tx, userId));
    if (!user) return { ok: false, reason: 'not-found' };
    if (isClosed(lead.status)) return { ok: false, reason: 'closed' };
    const happens = local === null ? null : readDate(local, personTime(user).timeZone, now);
    if (happens && 'reason' in happens) return happens;
    const steps = await openStepsOf(tx, leadId, event);
    const wall = happens?.local ?? null;
    if (((await getEventDates(tx, leadId))[event] ?? null) === wall)
      return { ok: true, act: null, steps: steps.length };
    const before = await takeSnapshot(tx, lead);
    await writeEvent(tx, { leadId, event, wall });
    const moves = await followEvent(tx, { lead, user }, { steps, happens: wall, now });
    const act = await recordAct(tx, { leadId, before, moves, movedBy: 0, now });
    const words = happens && momentWords(happens.at, now, personTime(user).timeZone);
    const text = words ? `${event} on ${words}` : `${event} without a date`;
    await recordActivity(tx, { leadId, userId, kind: 'event', text, now });
    await markLeadMessagesStale(tx, leadId);
    return { ok: true, act, steps: steps.length };
  });
}

function readDate(local: string, timeZone: string, now: Date): { local: string; at: Date } | Refusal {
  const time = fromLocal(local, timeZone);
  if (!time) return { ok: false, reason: 'no-date' };
  const ahead = time.epochMilliseconds - now.getTime();
  if (ahead < -longestAgoMs || ahead > furthestMs) return { ok: false, reason: 'far' };
  return { local: toLocal(time), at: toDate(time) };
}

function openStepsOf(tx: Db, leadId: string, event: EventName): Promise<Step[]> {
  return tx
    .select()
    .from(planSteps)
    .where(and(eq(planSteps.leadId, leadId), eq(planSteps.status, 'open'), eq(planSteps.anchor, event)))
    .orderBy(asc(planSteps.position))
    .for('update');
}

type Event = { leadId: string; event: EventName; wall: string | null };

async function writeEvent(tx: Db, { leadId, event, wall }: Event): Promise<void> {
  const which = and(eq(leadEvents.leadId, leadId), eq(leadEvents.event, event));
  if (wall === null) await tx.delete(leadEvents).where(which);
  else
    await tx
      .insert(leadEvents)
      .values({ leadId, event, happensLocal: wall })
      .onConflictDoUpdate({
        target: [leadEvents.leadId, leadEvents.event],
        set: { happensLocal: wall },
      });
}
