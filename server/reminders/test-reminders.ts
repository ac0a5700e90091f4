import { asc, eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { testReminders } from '../db/schema.ts';
import { lockGate, takeSlots } from './gate.ts';

export type TestRequest = typeof testReminders.$inferSelect;

/** The person wants a test reminder. While one waits, asking again changes nothing. */
export async function askForTest(db: Db, { userId, now }: { userId: number; now: Date }): Promise<void> {
  await db.insert(testReminders).values({ userId, askedAt: now }).onConflictDoNothing();
}

/**
 * Takes the test that waits longest; null when none does, or when Telegram asked for a pause. Its row is gone before
 * anything is sent: whatever happens then, the same test never goes out twice. It leaves in `inMs` milliseconds, in its
 * turn among all messages (reminders/gate.ts).
 * @param rate messages a second of all instances together; 0 for no limit.
 */
export function claimTest(db: Db, rate: number): Promise<{ request: TestRequest; inMs: number } | null> {
  return db.transaction(async (tx) => {
    if ((await lockGate(tx)) > 0) return null;
    const [request] = await tx
      .select()
      .from(testReminders)
      .orderBy(asc(testReminders.askedAt))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!request) return null;
    await tx.delete(testReminders).where(eq(testReminders.userId, request.userId));
    return { request, inMs: (await takeSlots(tx, 1, rate)).firstInMs };
  });
}

/** It was not delivered for sure: it waits again, as asked at first, unless the person has asked anew meanwhile. */
export async function returnTest(db: Db, request: TestRequest): Promise<void> {
  await db.insert(testReminders).values(request).onConflictDoNothing();
}
