import { and, desc, eq, sql } from 'drizzle-orm';
import type { Update } from 'grammy/types';
import type { Db } from '../db/client.ts';
import { deadUpdates, processedUpdates } from '../db/schema.ts';

/** What an administrator is told about an update whose handler failed; never what the person wrote. */
export type DeadUpdate = {
  updateId: number;
  kind: 'message' | 'tap' | 'reach';
  error: string;
  attempts: number;
  at: Date;
};

/** An update as a list showed it: after one more attempt it is another one, so that two taps on a button do one thing. */
export type Seen = { updateId: number; attempts: number };

const kind = sql<DeadUpdate['kind']>`case
  when ${deadUpdates.payload} ? 'message' then 'message'
  when ${deadUpdates.payload} ? 'callback_query' then 'tap'
  else 'reach' end`;

/** The handler failed: keeps the update to be looked at, and counts it as handled, both or neither. */
export async function buryUpdate(
  db: Db,
  { update, error, now }: { update: Update; error: string; now: Date },
): Promise<void> {
  const updateId = update.update_id;
  const handled = db
    .$with('handled')
    .as(
      db
        .update(processedUpdates)
        .set({ handledAt: now })
        .where(eq(processedUpdates.updateId, updateId))
        .returning(),
    );
  const payload = JSON.parse(JSON.stringify(update, (_, value) => storable(value)));
  const dead = { payload, error: storable(error), at: now };
  await db
    .with(handled)
    .insert(deadUpdates)
    .values({ updateId, ...dead })
    .onConflictDoUpdate({
      target: deadUpdates.updateId,
      set: { ...dead, attempts: sql`${deadUpdates.attempts} + 1` },
    });
}

/** The newest dead updates, and how many there are in all. */
export async function listDeadUpdates(
  db: Db,
  limit: number,
): Promise<{ updates: DeadUpdate[]; count: number }> {
  const { updateId, error, attempts, at } = deadUpdates;
  const updates = await db
    .select({ updateId, kind, error, attempts, at })
    .from(deadUpdates)
    .orderBy(desc(at), desc(updateId))
    .limit(limit);
  return { updates, count: await db.$count(deadUpdates) };
}

const asSeen = ({ updateId, attempts }: Seen) =>
  and(eq(deadUpdates.updateId, updateId), eq(deadUpdates.attempts, attempts));

/** Counts one more attempt and gives the update to be handled; null when it is gone, or was tried in the meantime. */
export async function claimDeadUpdate(db: Db, seen: Seen): Promise<Update | null> {
  const [row] = await db
    .update(deadUpdates)
    .set({ attempts: seen.attempts + 1 })
    .where(asSeen(seen))
    .returning({ payload: deadUpdates.payload });
  return row ? (row.payload as Update) : null;
}

/** The attempt failed again, for that reason. */
export async function keepDeadUpdate(db: Db, updateId: number, error: string): Promise<void> {
  await db
    .update(deadUpdates)
    .set({ error: storable(error) })
    .where(eq(deadUpdates.updateId, updateId));
}

/** Nobody wants to handle it any more, or it was handled; false when it was gone, or tried in the meantime. */
export async function forgetDeadUpdate(db: Db, seen: Seen): Promise<boolean> {
  const gone = await db.delete(deadUpdates).where(asSeen(seen)).returning({ updateId: deadUpdates.updateId });
  return gone.length > 0;
}

/** PostgreSQL refuses NUL and half characters, which may be the very reason why the handler failed. */
function storable<T>(value: T): T | string {
  return typeof value === 'string'
    ? value.replaceAll('\0', '').replaceAll(/\p{Surrogate}/gu, '\u{FFFD}')
    : value;
}
