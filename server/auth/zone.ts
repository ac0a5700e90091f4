import { eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { users } from '../db/schema.ts';

type Answer = { userId: number; now: Date };

/** The person says that their time zone is right: they are not asked again. */
export async function confirmZone(db: Db, { userId, now }: Answer): Promise<void> {
  await db.update(users).set({ zoneConfirmedAt: now }).where(eq(users.id, userId));
}

/** Their device is in another zone, and they stay with theirs: they are not asked about that other one again. */
export async function declineZone(
  db: Db,
  { userId, timeZone, now }: Answer & { timeZone: string },
): Promise<void> {
  await db.update(users).set({ zoneConfirmedAt: now, declinedZone: timeZone }).where(eq(users.id, userId));
}
