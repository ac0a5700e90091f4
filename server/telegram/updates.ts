import { lt } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { processedUpdates } from '../db/schema.ts';

/** Telegram keeps an update for a day (Bot API, "Getting updates"); two days are ample. */
const keepMs = 2 * 24 * 60 * 60_000;

/** Writes down that an update is being handled; false when it was seen before, as Telegram sends it again when unsure. */
export async function isNewUpdate(db: Db, updateId: number, now: Date): Promise<boolean> {
  const inserted = await db
    .insert(processedUpdates)
    .values({ updateId, at: now })
    .onConflictDoNothing()
    .returning({ updateId: processedUpdates.updateId });
  return inserted.length > 0;
}

/** Forgets updates that Telegram can no longer repeat. */
export async function forgetOldUpdates(db: Db, now: Date): Promise<void> {
  await db.delete(processedUpdates).where(lt(processedUpdates.at, new Date(now.getTime() - keepMs)));
}
