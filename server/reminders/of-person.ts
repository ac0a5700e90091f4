import { and, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { scheduledReminders as reminders } from '../db/schema.ts';
import { change, lockReminders, standing, untried } from './change.ts';

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
