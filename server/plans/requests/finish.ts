import { and, eq, notInArray } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { planRequests as requests } from '../../db/schema.ts';
import { type ClaimedRequest, isMine, markFailed, maxAttempts } from './claim.ts';
import { markWorkStale } from './stale.ts';

/**
 * The answer is there, in the transaction that writes it; the lead is locked by the caller. False when it is not wanted
 * any more: the person stopped it, or somebody else was quicker, and what they wrote may have been worked on since.
 */
export async function finishRequest(tx: Db, requestId: string): Promise<boolean> {
  const finished = await tx
    .update(requests)
    .set({ status: 'done' })
    .where(and(eq(requests.id, requestId), notInArray(requests.status, ['done', 'cancelled'])))
    .returning({ id: requests.id });
  return finished.length > 0;
}

/**
 * Something of ours failed: another try, or, after the third, "failed", which the person is told. A worker whose lease
 * ran out has no say any more: another one may have finished, or be at work.
 */
export function failPlanRequest(db: Db, claimed: ClaimedRequest, cause: string): Promise<void> {
  return withMine(db, claimed, async (tx) => {
    if (claimed.attempts >= maxAttempts) return markFailed(tx, claimed, cause);
    await tx.update(requests).set({ status: 'pending', lastError: cause }).where(eq(requests.id, claimed.id));
  });
}

/** The provider is busy or cannot be reached: tried again at that instant. It does not count as an attempt. */
export function postponeRequest(
  db: Db,
  claimed: ClaimedRequest,
  { cause, until }: { cause: string; until: Date },
): Promise<void> {
  return withMine(db, claimed, async (tx) => {
    const waits = { status: 'pending', stage: 'retrying', notBefore: until, lastError: cause } as const;
    await tx
      .update(requests)
      .set({ ...waits, attempts: claimed.attempts - 1 })
      .where(eq(requests.id, claimed.id));
    await markWorkStale(tx, claimed);
  });
}

/** The program stops before there is an answer: whoever comes next takes it up, as if nobody had. */
export const releaseRequest = (db: Db, claimed: ClaimedRequest): Promise<void> =>
  withMine(db, claimed, async (tx) => {
    const waits = { status: 'pending', stage: 'waiting', attempts: claimed.attempts - 1 } as const;
    await tx.update(requests).set(waits).where(eq(requests.id, claimed.id));
  });

/** There is no answer, and there will be none. */
export const giveUpRequest = (db: Db, claimed: ClaimedRequest, cause: string): Promise<void> =>
  withMine(db, claimed, (tx) => markFailed(tx, claimed, cause));

function withMine(db: Db, claimed: ClaimedRequest, act: (tx: Db) => Promise<void>): Promise<void> {
  return db.transaction(async (tx) => {
    const [mine] = await tx.select({ id: requests.id }).from(requests).where(isMine(claimed)).for('update');
    if (mine) await act(tx);
  });
}
