import { and, eq, inArray, isNull, ne, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { scheduledReminders as reminders } from '../db/schema.ts';

type Schedule = { stepId: string; leadId: string; userId: number; chatId: number; dueAt: Date };

/** States in which a reminder still has something to say. */
const alive = ['pending', 'sending', 'sent', 'unconfirmed', 'held', 'failed'] as const;

/** Gives open steps their one reminder each; a step that has one gets the new date, and is not snoozed any more. */
export async function scheduleReminders(tx: Db, schedules: Schedule[]): Promise<void> {
  if (schedules.length === 0) return;
  await tx
    .insert(reminders)
    .values(schedules)
    .onConflictDoUpdate({
      target: reminders.stepId,
      set: { dueAt: sql`excluded.due_at`, ...asNew },
    });
}

/** All tries ahead again. */
const untried = { status: 'pending', retryAt: null, attempts: 0, lastError: null } as const;
const asNew = { ...untried, snoozedAt: null } as const;

/**
 * The step was done or skipped: its reminder with it, wherever it is on its way. The time it was snoozed to stays, for
 * the one who takes that back.
 */
export async function settleReminder(tx: Db, stepId: string, status: 'done' | 'skipped'): Promise<void> {
  await tx.update(reminders).set({ status }).where(eq(reminders.stepId, stepId));
}

/** A reminder that went out for its date does not go out again; one that is still to come is pending. */
const sentOrPending = (dueAt: SQLWrapper) =>
  sql`case when ${reminders.lastRemindedAt} >= ${dueAt} then 'sent' else 'pending' end::reminder_status`;

/** The step is open again, and its reminder with it: at the step's date, or at the time it was snoozed to. */
export async function reopenReminder(tx: Db, step: { id: string; dueAt: Date }): Promise<void> {
  const stepDueAt = sql`${step.dueAt.toISOString()}::timestamptz`;
  const dueAt = sql`case when ${reminders.snoozedAt} is null then ${stepDueAt} else ${reminders.dueAt} end`;
  await tx
    .update(reminders)
    .set({ ...untried, dueAt, status: sentOrPending(dueAt) })
    .where(eq(reminders.stepId, step.id));
}

/** Moves the reminder, not the step (a snooze). */
export async function snoozeReminder(tx: Db, stepId: string, until: Date, now: Date): Promise<void> {
  await tx
    .update(reminders)
    .set({ ...asNew, dueAt: until, snoozedAt: now })
    .where(and(eq(reminders.stepId, stepId), inArray(reminders.status, [...alive])));
}

/** The lead was closed: nothing more is sent about it. */
export async function cancelReminders(tx: Db, leadId: string): Promise<void> {
  await tx
    .update(reminders)
    .set({ status: 'cancelled' })
    .where(and(eq(reminders.leadId, leadId), inArray(reminders.status, [...alive])));
}

/** The lead is open again: what was cancelled with it is pending again, unless it had already been sent. */
export async function restoreReminders(tx: Db, leadId: string): Promise<void> {
  await tx
    .update(reminders)
    .set({ retryAt: null, status: sentOrPending(sql`${reminders.dueAt}`) })
    .where(and(eq(reminders.leadId, leadId), eq(reminders.status, 'cancelled')));
}

/** Telegram refuses messages to this person: what is pending waits for /start. */
export async function holdReminders(tx: Db, userId: number): Promise<void> {
  await tx
    .update(reminders)
    .set({ status: 'held' })
    .where(and(eq(reminders.userId, userId), eq(reminders.status, 'pending')));
}

/** The person can be reached again: what was held is pending, with its date or the time it was snoozed to. */
export async function releaseHeldReminders(tx: Db, userId: number): Promise<void> {
  await tx
    .update(reminders)
    .set({ ...untried, lastRemindedAt: null })
    .where(and(eq(reminders.userId, userId), eq(reminders.status, 'held')));
}

/** Moves the pending, not snoozed reminder of a step to the step's new instant. */
export async function moveReminder(tx: Db, stepId: string, dueAt: Date): Promise<void> {
  await tx
    .update(reminders)
    .set({ dueAt })
    .where(
      and(
        eq(reminders.stepId, stepId),
        inArray(reminders.status, ['pending', 'held', 'cancelled']),
        isNull(reminders.snoozedAt),
        ne(reminders.dueAt, dueAt),
      ),
    );
}
