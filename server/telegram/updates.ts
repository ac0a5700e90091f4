import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { deadUpdates, processedUpdates } from '../db/schema.ts';
import { forgetTheDead, isDead } from '../instances/instances.ts';

const day = 24 * 60 * 60_000;
/** Telegram keeps an update for a day (Bot API, "Getting updates"); two days are ample. */
const keepMs = 2 * day;
/** Long enough for somebody to look at what could not be handled. */
const keepDeadMs = 30 * day;

/** SQL: all these numbers as one parameter, so that the statement is the same however many there are. */
export const allOf = (ids: number[]) => sql`${`{${ids.join()}}`}::bigint[]`;

/** "ours" to handle; "handled" already; "theirs", in the hands of another instance that lives, or died just now. */
export type Taken = 'ours' | 'theirs' | 'handled';

/**
 * Takes updates up for this instance, before anything is done about them; the answers in the order of the numbers, which
 * differ from each other. One that was taken up and never finished is ours when its instance is dead, or is this one:
 * ask only about updates that this process does not have under way.
 */
export async function takeUpdates(
  db: Db,
  { updateIds, instance, now }: { updateIds: number[]; instance: string; now: Date },
): Promise<Taken[]> {
  const { updateId, takenBy, handledAt } = processedUpdates;
  const ours = await db
    .insert(processedUpdates)
    .select(sql`
      select id, ${now.toISOString()}::timestamptz, ${instance}::uuid, null::timestamptz
      from unnest(${allOf(updateIds)}) id order by id`)
    .onConflictDoUpdate({
      target: updateId,
      set: { takenBy: instance },
      setWhere: and(isNull(handledAt), or(eq(takenBy, instance), isDead(takenBy))),
    })
    .returning({ updateId });
  const answers = new Map<number, Taken>(ours.map((row) => [row.updateId, 'ours']));
  const others = updateIds.filter((id) => !answers.has(id));
  if (others.length > 0) {
    const known = await db
      .select({ updateId, handledAt })
      .from(processedUpdates)
      .where(inArray(updateId, others));
    for (const row of known) answers.set(row.updateId, row.handledAt ? 'handled' : 'theirs');
  }
  return updateIds.map((id) => answers.get(id) ?? 'theirs');
}

/** Nothing more is to be done about these updates, however often Telegram repeats them. */
export async function markHandled(db: Db, updateIds: number[], now: Date): Promise<void> {
  await db
    .update(processedUpdates)
    .set({ handledAt: now })
    .where(sql`${processedUpdates.updateId} = any(${allOf(updateIds)})`);
}

/** Forgets updates that Telegram can no longer repeat, dead ones after a month, and instances long gone. */
export async function forgetOldUpdates(db: Db, now: Date): Promise<void> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  await db.delete(processedUpdates).where(lt(processedUpdates.at, before(keepMs)));
  await db.delete(deadUpdates).where(lt(deadUpdates.at, before(keepDeadMs)));
  await forgetTheDead(db);
}
