import { and, asc, eq, gt, inArray, isNull, lt, ne, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { asTable, isOneOf } from '../db/many.ts';
import { planSteps, scheduledReminders as reminders } from '../db/schema.ts';
import { type ReminderEvent, statesBefore } from './delivery.ts';
import { updateAndLog, writeLog } from './delivery-log.ts';

type Schedule = { stepId: string; leadId: string; userId: number; chatId: number; dueAt: Date };
type Change = Parameters<ReturnType<Db['update']>['set']>[0];

/** All tries ahead again. What is in flight keeps its claim: its outcome comes, whatever was decided meanwhile. */
const untried = { attempts: 0, lastError: null } as const;
const unsent = { sentAt: null, unconfirmedAt: null, nudgeAt: null, nudgedAt: null } as const;
const forNewDate = { ...untried, ...unsent } as const;

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

/** SQL for whereItStands of reminders/delivery.ts; a message for an earlier due date, sent or on its way, does not count. */
export const standing = (dueAt: SQLWrapper = sql`${reminders.dueAt}`) => sql`(case
  when ${reminders.claimedBy} is not null and ${dueAt} <= coalesce(${reminders.lastRemindedAt}, ${dueAt}) then 'sending'
  when ${reminders.sentAt} >= ${dueAt} then 'sent'
  when ${reminders.unconfirmedAt} is not null then 'unconfirmed'
  else 'pending' end)::reminder_status`;

/** A nudge whose time has passed meanwhile is not made up for: the person has just had the step in hand. */
const nudgeAhead = (now: Date) => sql`case
  when ${reminders.nudgeAt} > ${now.toISOString()}::timestamptz then ${reminders.nudgeAt} end`;

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

/** The lead was closed, or its plan rests: nothing is sent about it. */
export async function cancelReminders(
  tx: Db,
  leadId: string,
  now: Date,
  cause = 'the lead was closed',
): Promise<void> {
  const set = { status: 'cancelled' as const };
  await change(tx, 'cancel', eq(reminders.leadId, leadId), set, cause, now);
}

/** These steps have no date any more: nothing is sent about them until they have one again. */
export async function unscheduleReminders(tx: Db, stepIds: string[], now: Date): Promise<void> {
  const set = { status: 'cancelled' as const, snoozedAt: null };
  await change(tx, 'cancel', isOneOf(reminders.stepId, stepIds), set, 'the step waits for a date', now);
}

/**
 * The lead is open again: what was cancelled with it stands where it stood, unless it had already been sent. Steps that
 * are not open, or wait for a date, have nothing to come.
 */
export async function restoreReminders(
  tx: Db,
  leadId: string,
  now: Date,
  cause = 'the lead was opened again',
): Promise<void> {
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

/** What the sender has put off for this person, not after a failure, is looked at anew: it may come earlier now. */
export async function lookAgain(tx: Db, userId: number): Promise<void> {
  const waiting = inArray(reminders.status, ['pending', 'unconfirmed']);
  const putOff = and(
    gt(reminders.sendAt, reminders.dueAt),
    eq(reminders.attempts, 0),
    isNull(reminders.claimedBy),
  );
  const which = and(eq(reminders.userId, userId), waiting, putOff);
  await lockReminders(tx, which);
  await tx.update(reminders).set({ sendAt: reminders.dueAt }).where(which);
}

/** Telegram refuses messages to this person: what waits, waits for /start. What is in flight tells its own outcome. */
export async function holdReminders(tx: Db, userId: number, now: Date): Promise<void> {
  const waiting = and(eq(reminders.userId, userId), inArray(reminders.status, ['pending', 'unconfirmed']));
  await change(tx, 'hold', waiting, { status: 'held' }, 'Telegram refuses messages to this person', now);
}

/** The person can be reached again: what was held comes at its date, or at the time it was snoozed to. */
export async function releaseHeldReminders(tx: Db, userId: number, now: Date): Promise<void> {
  const set = { ...untried, lastRemindedAt: null, sendAt: reminders.dueAt, status: standing() };
  await change(tx, 'release', eq(reminders.userId, userId), set, 'the person can be reached again', now);
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

/** One event for the reminders of `which` it can happen to, with its line in the log. Returns how many it happened to. */
async function change(
  tx: Db,
  event: ReminderEvent,
  which: SQL | undefined,
  set: Change,
  cause: string,
  now: Date,
): Promise<number> {
  const may = and(which, inArray(reminders.status, statesBefore(event)));
  await lockReminders(tx, may);
  const changed = await tx
    .update(reminders)
    .set(set)
    .where(may)
    .returning({ id: reminders.id, status: reminders.status });
  await writeLog(tx, changed, cause, now);
  return changed.length;
}

/**
 * Locks reminders before several of them are changed or deleted at once, always in the order of their ids: two that
 * want the same ones wait in line instead of each holding what the other needs.
 */
export async function lockReminders(tx: Db, which: SQL | undefined): Promise<void> {
  await tx.select({ id: reminders.id }).from(reminders).where(which).orderBy(asc(reminders.id)).for('update');
}

/** The same for a lead that goes, or whose steps go. */
export const lockLeadReminders = (tx: Db, leadId: string) => lockReminders(tx, eq(reminders.leadId, leadId));
