import { and, asc, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { scheduledReminders as reminders } from '../db/schema.ts';
import { type ReminderEvent, statesBefore } from './delivery.ts';
import { writeLog } from './delivery-log.ts';

type Change = Parameters<ReturnType<Db['update']>['set']>[0];

/** All tries ahead again. What is in flight keeps its claim: its outcome comes, whatever was decided meanwhile. */
export const untried = { attempts: 0, lastError: null } as const;
const unsent = { sentAt: null, unconfirmedAt: null, nudgeAt: null, nudgedAt: null } as const;
export const forNewDate = { ...untried, ...unsent } as const;

/** One event for the reminders of `which` it can happen to, with its line in the log. Returns how many it happened to. */
export async function change(
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

/** SQL for whereItStands of reminders/delivery.ts; a message for an earlier due date, sent or on its way, does not count. */
export const standing = (dueAt: SQLWrapper = sql`${reminders.dueAt}`) => sql`(case
  when ${reminders.claimedBy} is not null and ${dueAt} <= coalesce(${reminders.lastRemindedAt}, ${dueAt}) then 'sending'
  when ${reminders.sentAt} >= ${dueAt} then 'sent'
  when ${reminders.unconfirmedAt} is not null then 'unconfirmed'
  else 'pending' end)::reminder_status`;

/** A nudge whose time has passed meanwhile is not made up for: the person has just had the step in hand. */
export const nudgeAhead = (now: Date) => sql`case
  when ${reminders.nudgeAt} > ${now.toISOString()}::timestamptz then ${reminders.nudgeAt} end`;

/**
 * Locks reminders before several of them are changed or deleted at once, always in the order of their ids: two that
 * want the same ones wait in line instead of each holding what the other needs.
 */
export async function lockReminders(tx: Db, which: SQL | undefined): Promise<void> {
  await tx.select({ id: reminders.id }).from(reminders).where(which).orderBy(asc(reminders.id)).for('update');
}

/** The same for a lead that goes, or whose steps go. */
export const lockLeadReminders = (tx: Db, leadId: string) => lockReminders(tx, eq(reminders.leadId, leadId));
