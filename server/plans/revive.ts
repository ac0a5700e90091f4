import { eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { planSteps } from '../db/schema.ts';
import type { ToldMove } from '../db/stored-json.ts';
import { reopenReminder, scheduleReminders } from '../reminders/mutations.ts';
import { restoreReminders } from '../reminders/of-lead.ts';
import { type PersonTime, personTime } from '../time/person.ts';
import { getEventDates } from './bases.ts';
import { deriveDue } from './derive.ts';
import type { OwnedStep, Step } from './lock-step.ts';
import { placeByEvent } from './place-by-event.ts';
import { remindAnew } from './remind-anew.ts';
import type { EventDates } from './schedule.ts';
import { shift, workingDaysLate } from './shift.ts';
import { eventNames } from './timing.ts';

type Owned = Pick<OwnedStep, 'lead' | 'user'>;

/** A step that is open again, and the instant it was due before; null when it had none. */
type Revived = { step: Step; was: Date | null };
type Then = { events: EventDates; now: Date };

/**
 * Cancelled steps, in the order of the plan, as they are once they are open again: what is still to come keeps its date;
 * what has passed meanwhile, and relative steps that it would overtake, move by the working days for which they were
 * cancelled; steps of an event follow its date as it is now; a pinned step keeps the time the person picked. Pure.
 */
export function revive(steps: Step[], { events, now }: Then, person: PersonTime): Revived[] {
  let latest = now;
  return steps.map((cancelled) => {
    const step: Step = { ...cancelled, status: 'open', settledAt: null, ...deriveDue(cancelled, person) };
    const event = eventNames.find((name) => name === step.anchor);
    const was = cancelled.dueAt;
    if (event) return { step: { ...step, ...placeByEvent(step, events[event] ?? null, now, person) }, was };
    const by = workingDaysLate(cancelled.settledAt ?? now, now, person);
    const stays = by === 0 || !step.dueAt || step.dueAt > latest;
    const change = { by, because: 'resumed', title: '', now } as const;
    const [shifted] = stays ? [] : shift([step], change, person);
    if (!shifted) return { step, was };
    latest = shifted.due.dueAt;
    return { step: { ...step, moves: shifted.moves, ...shifted.due }, was };
  });
}

/** Opens cancelled steps of one lead again, with their reminders: none of these is in the past. Returns what moved. */
export async function reviveSteps(
  tx: Db,
  { lead, user }: Owned,
  { steps, now }: { steps: Step[]; now: Date },
): Promise<ToldMove[]> {
  const person = personTime(user);
  const revived = revive(steps, { events: await getEventDates(tx, lead.id), now }, person);
  for (const { step } of revived) {
    const { status, settledAt, countedFrom, moves, dueLocal, timeZone, dueAt } = step;
    await tx
      .update(planSteps)
      .set({ status, settledAt, countedFrom, moves, dueLocal, timeZone, dueAt })
      .where(eq(planSteps.id, step.id));
  }
  const moved = revived.filter(({ step, was }) => step.dueAt?.getTime() !== was?.getTime());
  const to = { leadId: lead.id, userId: user.id, chatId: user.chatId };
  const due = moved.flatMap(({ step: { id: stepId, dueAt } }) => (dueAt ? { ...to, stepId, dueAt } : []));
  await restoreReminders(tx, lead.id, 'the lead was opened again', now);
  await scheduleReminders(tx, due, now);
  await remindAnew(tx, lead, now);
  return moved.map(({ step, was }) => ({
    ...{ stepId: step.id, title: step.title },
    ...{ from: was?.toISOString() ?? '', to: step.dueAt?.toISOString() ?? '' },
  }));
}

/**
 * A step that was settled is open again, as it was. One that was cancelled, or whose event has another date by now, is
 * placed anew.
 */
export async function bringBack(tx: Db, owned: OwnedStep, now: Date): Promise<void> {
  const { step, lead } = owned;
  const event = eventNames.find((name) => name === step.anchor);
  const isStale = event && ((await getEventDates(tx, lead.id))[event] ?? null) !== step.countedFrom;
  if (!isStale && step.status !== 'cancelled') return reopenReminder(tx, step, now);
  await reviveSteps(tx, owned, { steps: [step], now });
  const [placed] = await tx.select().from(planSteps).where(eq(planSteps.id, step.id));
  // Done before it got another date: its reminder is opened with it.
  if (placed) await reopenReminder(tx, placed, now);
}
