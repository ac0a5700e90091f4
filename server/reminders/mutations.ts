import { and, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { asTable, isOneOf } from '../db/many.ts';
import { scheduledReminders as reminders } from '../db/schema.ts';
import { change, forNewDate, nudgeAhead, standing, untried } from './change.ts';
import { updateAndLog } from './delivery-log.ts';

type Schedule = { stepId: string; leadId: string; userId: number; chatId: number; dueAt: Date };

/** Gives open steps their one reminder each; a step that has one gets the new date, and is not snoozed any more. */
export async function scheduleReminders(tx: Db, schedules: Schedule[], now: Date): Promise<void> {
  if (schedules.length === 0) return;
  const rows = schedules.map(({ stepId, leadId, userId, chatId, dueAt }) => ({
    ...{ step_id: stepId, lead_id: leadId, user_id: userId, chat_id: chatId, due_at: dueAt },
  }));
  const columns = 'step_id uuid, lead_id uuid, user_id bigint, chat_id bigint, due_at timestamptz';
  const scheduled = sql`
    insert into scheduled_reminders (step_id, lead_id, user_id, chat_id, due_at, send_at)
    select step_id, lead_id, user_id, chat_id, due_at, due_at from ${asTable('schedule', columns, rows)}
    on conflict (step_id) do update set due_at = excluded.due_at, send_at = excluded.due_at, status = 'pending',
      attempts = 0, last_error = null, snoozed_at = null, sent_at = null, unconfirmed_at = null,
      nudge_at = null, nudged_at = null
    returning id, status, 'scheduled' as cause`;
  await updateAndLog(tx, scheduled, now);
}

/**
 * The step was done or skipped: its reminder with it, wherever it is on its way. The time it was snoozed to stays, for
 * the one who takes that back.
 */
export async function settleReminder(
  tx: Db,
  { stepId, status, now }: { stepId: string; status: 'done' | 'skipped'; now: Date },
): Promise<void> {
  const event = status === 'done' ? 'finish' : 'skip';
  await change(tx, event, eq(reminders.stepId, stepId), { status }, `${status} by the person`, now);
}

/** The step is open again, and its reminder with it: at the step's date, or at the time it was snoozed to. */
export async function reopenReminder(
  tx: Db,
  step: { id: string; dueAt: Date | null },
  now: Date,
): Promise<void> {
  // A step without a date has no reminder yet.
  if (!step.dueAt) return;
  const stepDueAt = sql`${step.dueAt.toISOString()}::timestamptz`;
  const dueAt = sql`case when ${reminders.snoozedAt} is null then ${stepDueAt} else ${reminders.dueAt} end`;
  const set = { ...untried, dueAt, sendAt: dueAt, nudgeAt: nudgeAhead(now), status: standing(dueAt) };
  await change(tx, 'reopen', eq(reminders.stepId, step.id), set, 'opened again by the person', now);
}

/** Moves the reminder, not the step (a snooze). */
export async function snoozeReminder(tx: Db, stepId: string, until: Date, now: Date): Promise<void> {
  const set = { ...forNewDate, dueAt: until, sendAt: until, snoozedAt: now, status: 'pending' as const };
  await change(tx, 'snooze', eq(reminders.stepId, stepId), set, 'snoozed by the person', now);
}

/**
 * A reminder that was sent, and not acted on, comes once more at the time of its nudge; there is no second one (cadence
 * contract T8). Of the reminders in `which`; returns how many.
 */
export function nudgeReminders(tx: Db, which: SQL | undefined, now: Date): Promise<number> {
  const dueAt = reminders.nudgeAt;
  const set = { ...forNewDate, dueAt, sendAt: dueAt, snoozedAt: null, nudgedAt: now };
  const cause = 'not acted on: once more';
  return change(tx, 'nudge', which, { ...set, status: 'pending' as const }, cause, now);
}

/** Nothing more is sent for this date of a step, as if it had been; only its nudge comes. */
export async function countAsSent(
  tx: Db,
  { stepId, nudgeAt, now }: { stepId: string; nudgeAt: Date; now: Date },
): Promise<void> {
  const set = { status: 'sent' as const, sentAt: now, nudgeAt };
  await tx.update(reminders).set(set).where(eq(reminders.stepId, stepId));
}

/** These steps have no date any more: nothing is sent about them until they have one again. */
export async function unscheduleReminders(tx: Db, stepIds: string[], now: Date): Promise<void> {
  const set = { status: 'cancelled' as const, snoozedAt: null };
  await change(tx, 'cancel', isOneOf(reminders.stepId, stepIds), set, 'the step waits for a date', now);
}

/** Moves the waiting, not snoozed reminder of a step to the step's new instant. */
export async function moveReminder(tx: Db, stepId: string, dueAt: Date): Promise<void> {
  await tx
    .update(reminders)
    .set({ dueAt, sendAt: dueAt })
    .where(
      and(
        eq(reminders.stepId, stepId),
        inArray(reminders.status, ['pending', 'held', 'cancelled']),
        isNull(reminders.snoozedAt),
        ne(reminders.dueAt, dueAt),
      ),
    );
}

/** Moves a snoozed reminder: the person lives in another zone now. */
export async function moveSnoozedReminder(tx: Db, stepId: string, dueAt: Date): Promise<void> {
  await tx.update(reminders).set({ dueAt, sendAt: dueAt }).where(eq(reminders.stepId, stepId));
}
