import { eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { planSteps } from '../db/schema.ts';
import type { ToldMove } from '../db/stored-json.ts';
import { scheduleReminders, unscheduleReminders } from '../reminders/mutations.ts';
import { personTime } from '../time/person.ts';
import type { OwnedStep, Step } from './lock-step.ts';
import { type ByEvent, placeByEvent } from './place-by-event.ts';
import { restAgain } from './rest-again.ts';

type Following = {
  steps: Step[];
  /** The event's date as wall time in the person's zone; null when it has none. */
  happens: string | null;
  now: Date;
};

/**
 * Steps of a lead follow their event, with their reminders. Only one that gets another instant is reminded of anew; a
 * resting lead's reminders go on resting. Returns what moved, '' standing for no date.
 */
export async function followEvent(
  tx: Db,
  { lead, user }: Pick<OwnedStep, 'lead' | 'user'>,
  { steps, happens, now }: Following,
): Promise<ToldMove[]> {
  const placed = steps.map((step) => ({ step, due: placeByEvent(step, happens, now, personTime(user)) }));
  const moved = placed.filter(({ step, due }) => due.dueAt?.getTime() !== step.dueAt?.getTime());
  for (const one of placed) {
    const set = { ...one.due, ...(moved.includes(one) && { snoozes: 0 }) };
    await tx.update(planSteps).set(set).where(eq(planSteps.id, one.step.id));
  }
  const to = { leadId: lead.id, userId: user.id, chatId: user.chatId };
  const dated = moved.flatMap(({ step, due: { dueAt } }) => (dueAt ? { ...to, stepId: step.id, dueAt } : []));
  const waiting = moved.flatMap(({ step, due: { dueAt } }) => (dueAt ? [] : step.id));
  await unscheduleReminders(tx, waiting, now);
  await scheduleReminders(tx, dated, now);
  if (dated.length > 0) await restAgain(tx, lead, now);
  return moved.map(toTold);
}

const toTold = ({ step, due }: { step: Step; due: ByEvent }): ToldMove => ({
  ...{ stepId: step.id, title: step.title },
  ...{ from: step.dueAt?.toISOString() ?? '', to: due.dueAt?.toISOString() ?? '' },
});
