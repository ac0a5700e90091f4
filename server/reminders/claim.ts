import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { scheduledReminders as reminders, users } from '../db/schema.ts';
import { duplicateGuardMs, leaseMs } from './delivery.ts';

export type ClaimedReminder = {
  id: string;
  stepId: string;
  leadId: string;
  userId: number;
  chatId: number;
  dueAt: Date;
  attempts: number;
};

/**
 * Claims up to `limit` due reminders, oldest first, and commits before anything is sent: a restart or a second
 * instance finds them marked. A reminder claimed within the last polling interval is not claimed again.
 */
export function claimDueReminders(
  db: Db,
  { now, limit }: { now: Date; limit: number },
): Promise<ClaimedReminder[]> {
  const guard = new Date(now.getTime() - duplicateGuardMs);
  const due = and(
    eq(reminders.status, 'pending'),
    lte(reminders.dueAt, now),
    or(isNull(reminders.retryAt), lte(reminders.retryAt, now)),
    or(isNull(reminders.lastRemindedAt), lte(reminders.lastRemindedAt, guard)),
  );
  return claim(db, due, limit, {
    status: 'sending',
    lastRemindedAt: now,
    attempts: sql`${reminders.attempts} + 1`,
  });
}

/**
 * Reminders whose sender died or got no clear answer. They are marked sent before the person is told, so that this
 * catch-up, too, is never repeated. One that was put off to a decent hour waits for it.
 */
export function claimUnconfirmed(
  db: Db,
  { now, limit }: { now: Date; limit: number },
): Promise<ClaimedReminder[]> {
  const reachable = db.select({ id: users.id }).from(users).where(isNull(users.unreachableAt));
  const waiting = and(
    eq(reminders.status, 'unconfirmed'),
    or(isNull(reminders.retryAt), lte(reminders.retryAt, now)),
    inArray(reminders.userId, reachable),
  );
  return claim(db, waiting, limit, { status: 'sent', lastRemindedAt: now });
}

/** A claim whose lease ran out is unconfirmed: nobody knows whether the message left. */
export async function expireLeases(db: Db, now: Date): Promise<void> {
  const deadline = new Date(now.getTime() - leaseMs);
  await db
    .update(reminders)
    .set({ status: 'unconfirmed', lastError: 'the sender stopped before Telegram answered' })
    .where(and(eq(reminders.status, 'sending'), lte(reminders.lastRemindedAt, deadline)));
}

type Change = Parameters<ReturnType<Db['update']>['set']>[0];

function claim(
  db: Db,
  which: ReturnType<typeof and>,
  limit: number,
  set: Change,
): Promise<ClaimedReminder[]> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({ id: reminders.id })
      .from(reminders)
      .where(which)
      .orderBy(asc(reminders.dueAt))
      .limit(limit)
      .for('update', { skipLocked: true });
    if (rows.length === 0) return [];
    const claimed = await tx
      .update(reminders)
      .set(set)
      .where(
        inArray(
          reminders.id,
          rows.map((row) => row.id),
        ),
      )
      .returning({
        id: reminders.id,
        stepId: reminders.stepId,
        leadId: reminders.leadId,
        userId: reminders.userId,
        chatId: reminders.chatId,
        dueAt: reminders.dueAt,
        attempts: reminders.attempts,
      });
    return claimed.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  });
}
