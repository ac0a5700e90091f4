import type { Db } from '../db/client.ts';
import { forgetOldLog } from '../reminders/delivery-log.ts';
import { forgetOldUpdates } from '../telegram/updates.ts';

/** Forgets what nobody can ask for any more. */
export async function keepHouse(db: Db, now: Date): Promise<void> {
  await forgetOldUpdates(db, now);
  await forgetOldLog(db, now);
}
