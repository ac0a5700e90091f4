import type { Db } from '../db/client.ts';
import type { Lead } from '../leads/lock-lead.ts';
import { isClosed, isResting } from '../leads/status.ts';
import { cancelReminders } from '../reminders/of-lead.ts';

/**
 * Reminders of a lead were given dates, or put back: nothing is sent all the same while the lead rests; the dates count
 * when it goes on. True when it rests.
 */
export async function restAgain(
  tx: Db,
  lead: Pick<Lead, 'id' | 'status' | 'pausedAt'>,
  now: Date,
): Promise<boolean> {
  if (!isResting(lead)) return false;
  await cancelReminders(tx, lead.id, isClosed(lead.status) ? 'the lead is closed' : 'the plan rests', now);
  return true;
}
