import { eq } from 'drizzle-orm';
import type { Db } from '../../server/db/client.ts';
import { scheduledReminders as reminders } from '../../server/db/schema.ts';
import type { ClaimedMessage } from '../../server/reminders/claim.ts';
import type { Facts, ReminderEvent } from '../../server/reminders/delivery.ts';
import * as mutations from '../../server/reminders/mutations.ts';
import { raiseNudges } from '../../server/reminders/nudges.ts';
import * as ofLead from '../../server/reminders/of-lead.ts';
import * as ofPerson from '../../server/reminders/of-person.ts';
import { monday } from '../support/people.ts';
import {
  blocked,
  claimMessages,
  exhausted,
  type Fate,
  here,
  lost,
  notTried,
  sent,
  settle,
} from '../support/reminders.ts';
import { later, one } from '../support/rows.ts';

export type Reminder = typeof reminders.$inferSelect;

/** The facts of a reminder, as the columns tell them. */
export const factsOf = ({ status, claimedBy, sentAt, dueAt, unconfirmedAt }: Reminder): Facts => ({
  status,
  inFlight: claimedBy !== null,
  sent: sentAt !== null && sentAt >= dueAt,
  unconfirmed: unconfirmedAt !== null,
});

/** Makes the columns of a reminder that is due on Monday tell these facts. */
export async function setFacts(
  db: Db,
  id: string,
  { status, inFlight, sent, unconfirmed }: Facts,
): Promise<void> {
  await db
    .update(reminders)
    .set({
      ...{ status, dueAt: monday, sendAt: monday, lastRemindedAt: null, snoozedAt: null, attempts: 0 },
      ...{ claimedBy: inFlight ? here : null, leaseUntil: inFlight ? later({ minutes: 2 }) : null },
      ...{ sentAt: sent ? later({ seconds: 1 }) : null, unconfirmedAt: unconfirmed ? monday : null },
    })
    .where(eq(reminders.id, id));
}

/**
 * The facts that can be true of one reminder. What was sent for its date is not taken up again; "sending" is in flight
 * by its name, "sent" and "unconfirmed" say so; what is pending has a new date, for which nothing was sent yet.
 */
export function isPossible({ status, inFlight, sent, unconfirmed }: Facts): boolean {
  if (sent && inFlight) return false;
  switch (status) {
    case 'pending':
      return !sent && !unconfirmed;
    case 'sending':
      return inFlight;
    case 'sent':
      return sent;
    case 'unconfirmed':
      return unconfirmed && !sent && !inFlight;
    case 'failed':
      return !inFlight;
    default:
      return true;
  }
}

type Run = (db: Db, reminder: Reminder, now: Date) => Promise<unknown>;

/** The message in which `here` claimed a reminder. */
const messageOf = ({ id, stepId, leadId, userId, chatId, dueAt, sendAt }: Reminder): ClaimedMessage => ({
  ...{ kind: 'reminder', userId, chatId, nudgeAt: later({ days: 1 }) },
  reminders: [
    {
      ...{ id, stepId, leadId, userId, chatId, dueAt, sendAt },
      ...{ status: 'pending', attempts: 0, lastRemindedAt: null, nudge: false, waits: false },
    },
  ],
});
const outcome =
  (fate: Fate): Run =>
  (db, reminder, now) =>
    settle(db, messageOf(reminder), fate, now);
const settleStep =
  (status: 'done' | 'skipped'): Run =>
  (db, { stepId }, now) =>
    mutations.settleReminder(db, { stepId, status, now });

/** What lets each event happen to a reminder in the database. */
export const events: Record<ReminderEvent, Run> = {
  claim: (db, _, now) => claimMessages(db, now),
  deliver: outcome(sent()),
  return: outcome(notTried()),
  exhaust: outcome(exhausted),
  lose: outcome(lost(later({ minutes: 1 }))),
  hold: outcome(blocked),
  release: (db, { userId }, now) => ofPerson.releaseHeldReminders(db, userId, now),
  finish: settleStep('done'),
  skip: settleStep('skipped'),
  reopen: (db, { stepId: id, dueAt }, now) => mutations.reopenReminder(db, { id, dueAt }, now),
  reschedule: (db, { stepId, leadId, userId, chatId }, now) => {
    const dueAt = later({ days: 1 });
    return mutations.scheduleReminders(db, [{ stepId, leadId, userId, chatId, dueAt }], now);
  },
  nudge: async (db, { id }, now) => {
    await db.update(reminders).set({ nudgeAt: now }).where(eq(reminders.id, id));
    return raiseNudges(db, now);
  },
  snooze: (db, { stepId }, now) => mutations.snoozeReminder(db, stepId, later({ days: 1 }), now),
  cancel: (db, { leadId }, now) => ofLead.cancelReminders(db, leadId, 'the lead was closed', now),
  restore: (db, { leadId }, now) => ofLead.restoreReminders(db, leadId, 'the lead was opened again', now),
};

export async function readReminder(db: Db, id: string): Promise<Reminder> {
  return one(await db.select().from(reminders).where(eq(reminders.id, id)));
}
