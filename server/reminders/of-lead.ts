import { and, eq, lt, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { planSteps, scheduledReminders as reminders } from '../db/schema.ts';
import { change, lockReminders, nudgeAhead, standing } from './change.ts';

/** The lead was closed, or its plan rests: nothing is sent about it. */
export async function cancelReminders(tx: Db, leadId: string, cause: string, now: Date): Promise<void> {
  const set = { status: 'cancelled' as const };
  await change(tx, 'cancel', eq(reminders.leadId, leadId), set, cause, now);
}

/**
 * The lead is open again: what was cancelled with it stands where it stood, unless it had already been sent. Steps that
 * are not open, or wait for a date, have nothing to come.
 */
export async function restoreReminders(tx: Db, leadId: string, cause: string, now: Date): Promise<void> {
  const set = { sendAt: reminders.dueAt, nudgeAt: nudgeAhead(now), status: standing() };
  const hasDate = sql`exists (select from ${planSteps} where ${planSteps.id} = ${reminders.stepId}
    and ${planSteps.status} = 'open' and ${planSteps.dueAt} is not null)`;
  const which = and(eq(reminders.leadId, leadId), hasDate);
  await change(tx, 'restore', which, set, cause, now);
}

/** What waits for a lead although its date has passed comes at `until`: it was not due while the lead was closed. */
export async function postponeMissed(
  tx: Db,
  { leadId, now, until }: { leadId: string; now: Date; until: Date },
): Promise<void> {
  const missed = and(eq(reminders.leadId, leadId), eq(reminders.status, 'pending'), lt(reminders.dueAt, now));
  await lockReminders(tx, missed);
  await tx.update(reminders).set({ dueAt: until, sendAt: until }).where(missed);
}
