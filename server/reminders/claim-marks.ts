import { sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { asTable, isOneOf } from '../db/many.ts';
import { chatPauseMs } from './chat-pause.ts';
import { leaseSeconds } from './delivery.ts';
import { updateAndLog } from './delivery-log.ts';

type Claimed = { userId: number; reminders: { id: string }[] };

/** The messages are ours to send: their reminders say so, and their chats are quiet for a second. */
export async function markClaimed(
  tx: Db,
  messages: Claimed[],
  { instance, now, leavesInMs }: { instance: string; now: Date; leavesInMs: number },
): Promise<void> {
  if (messages.length === 0) return;
  const ids = messages.flatMap(({ reminders }) => reminders.map(({ id }) => id));
  const claimed = sql`
    update scheduled_reminders set status = 'sending', claimed_by = ${instance}, attempts = attempts + 1,
      lease_until = now() + ${leaseSeconds} * interval '1 second', last_reminded_at = ${at(now)}
    where ${isOneOf(sql`id`, ids)}
    returning id, status, 'claimed' as cause`;
  await updateAndLog(tx, claimed, now);
  const people = `{${messages.map(({ userId }) => userId).join(',')}}`;
  const quietUntil = new Date(now.getTime() + leavesInMs + chatPauseMs);
  await tx.execute(sql`
    update users set quiet_until = ${at(quietUntil)}
    where id = any(${people}::bigint[])`);
}

/** Due, but to be sent later: they are looked at again at `until`. No change of status, so nothing for the log. */
export async function putOff(tx: Db, later: { id: string; until: Date }[]): Promise<void> {
  if (later.length === 0) return;
  await tx.execute(sql`
    update scheduled_reminders r set send_at = o.until
    from ${asTable('o', 'id uuid, until timestamptz', later)} where r.id = o.id`);
}

/** Due for people whom Telegram lets us write nothing: they wait until the person writes to the bot. */
export async function holdDue(tx: Db, ids: string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  const held = sql`
    update scheduled_reminders set status = 'held'
    where ${isOneOf(sql`id`, ids)}
    returning id, status, 'the person cannot be reached' as cause`;
  await updateAndLog(tx, held, now);
}

const at = (instant: Date) => sql`${instant.toISOString()}::timestamptz`;
