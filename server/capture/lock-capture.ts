import { and, eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { captures, users } from '../db/schema.ts';

export type Capture = typeof captures.$inferSelect;

/**
 * A capture of this person, locked until the transaction ends. The person comes first: of two cards about the same
 * somebody that are saved at the same moment, the second finds the lead of the first. Null when there is none, or it is
 * somebody else's.
 */
export async function lockCapture(tx: Db, userId: number, captureId: string): Promise<Capture | null> {
  await lockPerson(tx, userId);
  const [capture] = await tx
    .select()
    .from(captures)
    .where(and(eq(captures.id, captureId), eq(captures.userId, userId)))
    .for('update');
  return capture ?? null;
}

/** What this person captures waits in line until the transaction ends. */
export async function lockPerson(tx: Db, userId: number): Promise<void> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('no key update');
}

/** Somebody on it can still be saved. */
export const isUndecided = ({ status }: Capture): boolean => status === 'open' || status === 'reading';
