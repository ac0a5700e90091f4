import { eq, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { sendGate } from '../db/schema.ts';

/**
 * The one gate all reminder messages of all instances leave through. Times are the database's: instances agree about
 * them even when their own clocks do not.
 */

const patience = '10s';
const theGate = eq(sendGate.id, 1);
const clock = sql`clock_timestamp()`;
const inMs = (instant: unknown) => sql<number>`(extract(epoch from (${instant} - ${clock})) * 1000)::float8`;

/** Locks the gate until the transaction ends, so that claims wait in line; returns the milliseconds until it opens. */
export async function lockGate(tx: Db): Promise<number> {
  // A machine that vanishes in the middle must not keep all the others waiting until the network notices.
  await tx.execute(sql`
    select set_config('idle_in_transaction_session_timeout', ${patience}, true), set_config('lock_timeout', ${patience}, true)`);
  const [gate] = await tx
    .select({ opensIn: inMs(sendGate.closedUntil) })
    .from(sendGate)
    .where(theGate)
    .for('update');
  if (!gate) throw new Error('the send gate has no row');
  return Math.max(0, gate.opensIn ?? 0);
}

/** When `count` messages may leave: the first in `firstInMs` milliseconds, each next one `gapMs` after the last. */
export type Slots = { firstInMs: number; gapMs: number };

/** Takes the next free slots of a flow of `rate` messages a second; 0 means that nobody has to wait. */
export async function takeSlots(tx: Db, count: number, rate: number): Promise<Slots> {
  if (rate === 0 || count === 0) return { firstInMs: 0, gapMs: 0 };
  const gapMs = 1000 / rate;
  const total = sql`${count * gapMs} * interval '1 millisecond'`;
  // A slot more than a minute ahead was taken by a clock that has been put right since.
  const isMad = sql`${sendGate.freeAt} > ${clock} + interval '1 minute'`;
  const from = sql`case when ${isMad} then ${clock} else greatest(${sendGate.freeAt}, ${clock}) end`;
  const [gate] = await tx
    .update(sendGate)
    .set({ freeAt: sql`${from} + ${total}` })
    .where(theGate)
    .returning({ lastEndsIn: inMs(sendGate.freeAt) });
  return { firstInMs: Math.max(0, (gate?.lastEndsIn ?? 0) - count * gapMs), gapMs };
}

/** Nothing leaves for `ms` milliseconds from now on, from any instance. A longer wait stays as it is. */
export async function closeGate(db: Db, ms: number): Promise<void> {
  const until = sql`${clock} + ${ms} * interval '1 millisecond'`;
  await db
    .update(sendGate)
    .set({ closedUntil: sql`greatest(${sendGate.closedUntil}, ${until})` })
    .where(theGate);
}
