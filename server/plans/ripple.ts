import { and, asc, eq, gt } from 'drizzle-orm';
import { markLeadMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { planSteps } from '../db/schema.ts';
import type { ToldMove } from '../db/stored-json.ts';
import { lockLeadReminders } from '../reminders/change.ts';
import { scheduleReminders } from '../reminders/mutations.ts';
import { personTime } from '../time/person.ts';
import type { OwnedStep } from './lock-step.ts';
import { restAgain } from './rest-again.ts';
import { type Shift, type Shifted, shift } from './shift.ts';

/**
 * The steps after this one follow it: open relative ones move by the shift, their reminders with them, in the act's own
 * transaction (cadence contract T1, T3). Returns what moved, for the person.
 */
export async function rippleFrom(tx: Db, owned: OwnedStep, change: Shift): Promise<ToldMove[]> {
  const { step, lead, user } = owned;
  const after = and(eq(planSteps.leadId, lead.id), gt(planSteps.position, step.position));
  const later = await tx.select().from(planSteps).where(after).orderBy(asc(planSteps.position));
  return saveShifted(tx, owned, shift(later, change, personTime(user)), change.now);
}

/** Writes shifted steps of one lead, with their reminders. A resting lead's reminders go on resting. */
export async function saveShifted(
  tx: Db,
  { lead, user }: Pick<OwnedStep, 'lead' | 'user'>,
  shifted: Shifted[],
  now: Date,
): Promise<ToldMove[]> {
  if (shifted.length === 0) return [];
  await lockLeadReminders(tx, lead.id);
  for (const { step, moves, due } of shifted)
    await tx
      .update(planSteps)
      .set({ moves, ...due, snoozes: 0 })
      .where(eq(planSteps.id, step.id));
  const { id: leadId } = lead;
  const to = { leadId, userId: user.id, chatId: user.chatId };
  await scheduleReminders(
    tx,
    shifted.map(({ step, due }) => ({ ...to, stepId: step.id, dueAt: due.dueAt })),
    now,
  );
  await restAgain(tx, lead, now);
  // A step that moved may have its reminder in the chat already, with the old date in it.
  await markLeadMessagesStale(tx, leadId);
  return shifted.map(toMove);
}

/** One move in the form in which it is told. */
export const toMove = ({ step, due }: Shifted): ToldMove => ({
  stepId: step.id,
  title: step.title,
  from: step.dueAt?.toISOString() ?? '',
  to: due.dueAt.toISOString(),
});
