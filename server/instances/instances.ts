import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { instances } from '../db/schema.ts';

/**
 * The processes that share one database. They agree by the database's clock (`now()`), never by their own: one whose
 * clock jumps must not declare the others dead.
 */

/** How often a process says that it lives; it counts as dead after four beats that did not come. */
export const beatMs = 5000;
const deadAfter = sql`interval '20 seconds'`;

/** This process lives. */
export async function beat(db: Db, instance: string): Promise<void> {
  await db
    .insert(instances)
    .values({ id: instance, seenAt: sql`now()` })
    .onConflictDoUpdate({ target: instances.id, set: { seenAt: sql`now()` } });
}

/** This process ends in order, and has nothing under way any more. */
export async function leave(db: Db, instance: string): Promise<void> {
  await db.delete(instances).where(eq(instances.id, instance));
}

/** At the start of a process that has the database for itself: whoever used it before is gone. */
export async function forgetOthers(db: Db, instance: string): Promise<void> {
  await db.delete(instances).where(sql`${instances.id} <> ${instance}`);
}

/** Rows of the dead are of no use after a day. */
export async function forgetTheDead(db: Db): Promise<void> {
  await db.delete(instances).where(sql`${instances.seenAt} < now() - interval '1 day'`);
}

/** SQL: the instance in `column` is dead. Null there (nobody) counts as dead. */
export function isDead(column: SQLWrapper): SQL {
  const alive = sql`select 1 from ${instances} where ${instances.id} = ${column} and ${instances.seenAt} > now() - ${deadAfter}`;
  return sql`not exists (${alive})`;
}
