import { and, eq } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { personTime, type User } from '../auth/users.ts';
import { markStepMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps, users } from '../db/schema.ts';
import { type Lead, lockLead } from '../leads/lock-lead.ts';
import { isClosed } from '../leads/status.ts';
import { cancelReminders, reopenReminder, settleReminder, snoozeReminder } from '../reminders/mutations.ts';
import { type SnoozeLength, snoozedUntil } from './snooze.ts';

export type Step = typeof planSteps.$inferSelect;
export type OwnedStep = { step: Step; lead: Lead; user: User };

type Act = { userId: number; stepId: string; now: Date };
type StepResult<T = unknown> = ({ ok: true } & OwnedStep & T) | { ok: false; reason: 'not-found' };
const notFound = { ok: false, reason: 'not-found' } as const;

/** A step of this person, with its lead locked first and then the step, so that acts at the same time wait in line. */
export async function lockStep(tx: Db, userId: number, stepId: string): Promise<OwnedStep | null> {
  const [found] = await tx
    .select({ leadId: planSteps.leadId })
    .from(planSteps)
    .innerJoin(leads, eq(leads.id, planSteps.leadId))
    .where(and(eq(planSteps.id, stepId), eq(leads.userId, userId)));
  if (!found) return null;
  const lead = await lockLead(tx, userId, found.leadId);
  const [step] = await tx.select().from(planSteps).where(eq(planSteps.id, stepId)).for('update');
  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  return lead && step && user ? { step, lead, user } : null;
}

/**
 * Done, skipped or open again: the checkbox in the Mini App and the buttons in the chat are this one act. Step,
 * reminder and history change together. `changed` is false when the step already was so; then nothing is written.
 */
export function setStepStatus(
  db: Db,
  { userId, stepId, status, now }: Act & { status: Step['status'] },
): Promise<StepResult<{ changed: boolean }>> {
  return db.transaction(async (tx) => {
    const owned = await lockStep(tx, userId, stepId);
    if (!owned) return notFound;
    if (owned.step.status === status) return { ok: true, changed: false, ...owned };
    const settledAt = status === 'open' ? null : now;
    await tx.update(planSteps).set({ status, settledAt }).where(eq(planSteps.id, stepId));
    if (status === 'open') await reopenReminder(tx, owned.step, now);
    else await settleReminder(tx, { stepId, status, now });
    if (isClosed(owned.lead.status)) await cancelReminders(tx, owned.lead.id, now);
    const kind = status === 'open' ? 'reopened' : status;
    await recordActivity(tx, { leadId: owned.lead.id, userId, stepId, kind, text: owned.step.title, now });
    await markStepMessagesStale(tx, owned.step);
    return { ok: true, changed: true, ...owned, step: { ...owned.step, status, settledAt } };
  });
}

/** Moves the reminder of an open step; the step keeps its date. `until` is null when the step is not open any more. */
export function snoozeStep(
  db: Db,
  { userId, stepId, length, now }: Act & { length: SnoozeLength },
): Promise<StepResult<{ until: Date | null }>> {
  return db.transaction(async (tx) => {
    const owned = await lockStep(tx, userId, stepId);
    if (!owned) return notFound;
    if (owned.step.status !== 'open' || isClosed(owned.lead.status))
      return { ok: true, until: null, ...owned };
    const until = snoozedUntil(length, now, personTime(owned.user));
    await snoozeReminder(tx, stepId, until, now);
    const text = owned.step.title;
    await recordActivity(tx, { leadId: owned.lead.id, userId, stepId, kind: 'snoozed', text, now });
    await markStepMessagesStale(tx, owned.step);
    return { ok: true, until, ...owned };
  });
}
