import { lt, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { deliveryLog } from '../db/schema.ts';
import type { ReminderStatus } from './delivery.ts';

/** Long enough to answer "why did I hear of this so late?". */
const keepMs = 90 * 24 * 60 * 60_000;

type Change = { id: string; status: ReminderStatus };

/** Writes down what reminders came to, and why. */
export async function writeLog(tx: Db, changes: Change[], cause: string, now: Date): Promise<void> {
  if (changes.length === 0) return;
  const at = now;
  await tx
    .insert(deliveryLog)
    .values(changes.map(({ id: reminderId, status }) => ({ reminderId, status, cause, at })));
}

/**
 * The same in one statement, for many: `update` is an UPDATE of reminders that returns `id`, `status` and `cause` of
 * each row it changed.
 */
export async function updateAndLog(tx: Db, update: SQL, now: Date): Promise<void> {
  await tx.execute(sql`
    with changed as (${update})
    insert into delivery_log (reminder_id, status, cause, at)
    select id, status, cause, ${now.toISOString()}::timestamptz from changed`);
}

/** What happened longer ago is of no use any more. */
export async function forgetOldLog(db: Db, now: Date): Promise<void> {
  await db.delete(deliveryLog).where(lt(deliveryLog.at, new Date(now.getTime() - keepMs)));
}
