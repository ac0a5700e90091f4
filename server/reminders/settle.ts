import { and, eq, inArray } from 'drizzle-orm';
import { rememberMessage } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { scheduledReminders as reminders, users } from '../db/schema.ts';
import type { ClaimedReminder } from './claim.ts';
import { backoffMs, maxAttempts } from './delivery.ts';
import { holdReminders } from './mutations.ts';

/** Telegram took the message. A step settled or a lead deleted meanwhile stays so; its message is put right at once. */
export async function recordSent(
  db: Db,
  claimed: ClaimedReminder,
  messageId: number,
  now: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const { userId, chatId, leadId, stepId } = claimed;
    // Locks the lead before the reminder, as every act does: a deletion at this moment waits its turn.
    await rememberMessage(tx, { userId, chatId, messageId, kind: 'reminder', leadId, stepId, now });
    await tx.update(reminders).set({ messageId }).where(eq(reminders.id, claimed.id));
    // "unconfirmed": the answer came after the lease had run out, and counts all the same. A row that is "sent" already
    // was told of as unconfirmed, and keeps its error: the message goes on saying so when it is drawn again.
    const underWay = inArray(reminders.status, ['sending', 'unconfirmed']);
    await tx
      .update(reminders)
      .set({ status: 'sent', lastError: null })
      .where(and(eq(reminders.id, claimed.id), underWay));
  });
}

/** Telegram asked us to wait `seconds`: the reminder was not delivered and keeps its place. */
export function recordWait(db: Db, claimed: ClaimedReminder, seconds: number, now: Date): Promise<void> {
  const retryAt = new Date(now.getTime() + seconds * 1000);
  return setUndelivered(db, claimed, { status: 'pending', retryAt, attempts: claimed.attempts - 1 });
}

/** Not sent yet, because now would be a stupid hour: it comes at `until` instead. */
export function postpone(db: Db, claimed: ClaimedReminder, until: Date): Promise<void> {
  return setUndelivered(db, claimed, { status: 'pending', retryAt: until, attempts: claimed.attempts - 1 });
}

/** Not delivered, for a reason that time may mend; after the last attempt it rests as failed. */
export function recordFailure(db: Db, claimed: ClaimedReminder, reason: string, now: Date): Promise<void> {
  const retryAt = new Date(now.getTime() + backoffMs(claimed.attempts));
  const status = claimed.attempts < maxAttempts ? 'pending' : 'failed';
  return setUndelivered(db, claimed, { status, retryAt, lastError: reason });
}

/** Nobody knows whether it arrived: the next sweep tells the person once. */
export function recordUnconfirmed(db: Db, claimed: ClaimedReminder, reason: string): Promise<void> {
  return setClaimed(db, claimed, { status: 'unconfirmed', lastError: reason });
}

/** The person blocked the bot: this and all their pending reminders are held until /start. */
export async function recordUnreachable(db: Db, claimed: ClaimedReminder, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await setUndelivered(tx, claimed, { status: 'held' });
    await holdPerson(tx, claimed.userId, now);
  });
}

/** Telegram refuses messages to this person; their data stays, what is pending waits. */
export async function holdPerson(db: Db, userId: number, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(users).set({ unreachableAt: now }).where(eq(users.id, userId));
    await holdReminders(tx, userId);
  });
}

/** A catch-up that could not be delivered for sure waits for the next sweep. */
export function returnUnconfirmed(db: Db, claimed: ClaimedReminder, reason: string): Promise<void> {
  return setCaughtUp(db, claimed, { status: 'unconfirmed', lastError: reason });
}

/** The same, because now would be a stupid hour: the person is told at `until`. */
export function postponeUnconfirmed(db: Db, claimed: ClaimedReminder, until: Date): Promise<void> {
  return setCaughtUp(db, claimed, { status: 'unconfirmed', retryAt: until });
}

/** Only while it still counts as told: what the person did meanwhile counts more. */
async function setCaughtUp(db: Db, claimed: ClaimedReminder, set: Change): Promise<void> {
  await db
    .update(reminders)
    .set(set)
    .where(and(eq(reminders.id, claimed.id), eq(reminders.status, 'sent')));
}

/** Nothing reached the person. What they did meanwhile stays; once they undo it, the reminder still has to come. */
async function setUndelivered(tx: Db, claimed: ClaimedReminder, set: Change): Promise<void> {
  await setClaimed(tx, claimed, { ...set, lastRemindedAt: null });
  const settled = inArray(reminders.status, ['done', 'skipped', 'cancelled']);
  await tx
    .update(reminders)
    .set({ lastRemindedAt: null })
    .where(and(eq(reminders.id, claimed.id), settled));
}

type Change = Partial<typeof reminders.$inferInsert>;

/** Only while it is still being sent: what the person did meanwhile counts more. */
async function setClaimed(tx: Db, claimed: ClaimedReminder, set: Change): Promise<void> {
  await tx
    .update(reminders)
    .set(set)
    .where(and(eq(reminders.id, claimed.id), eq(reminders.status, 'sending')));
}
