import { forgetOldCaptures } from '../capture/settle-capture.ts';
import type { Db } from '../db/client.ts';
import { emptyBin } from '../leads/bin.ts';
import { forgetOldUsage } from '../model/usage.ts';
import { forgetOldActs } from '../plans/acts.ts';
import { forgetOldLog } from '../reminders/delivery-log.ts';
import { forgetOldUpdates } from '../telegram/updates.ts';

/** Forgets what nobody can ask for any more. */
export async function keepHouse(db: Db, now: Date): Promise<void> {
  await forgetOldUpdates(db, now);
  await forgetOldLog(db, now);
  await forgetOldActs(db, now);
  await forgetOldUsage(db, now);
  await emptyBin(db, now);
  await forgetOldCaptures(db, now);
}
