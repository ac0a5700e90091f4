import { and, eq, notInArray } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { planRequests as requests } from '../../db/schema.ts';
import { type ClaimedRequest, isLastTry, isMine, markFailed } from './claim.ts';
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

/** Between two tries after a failure of ours: what was in the way may be gone by then. */
const pauseMs = 10_000;

/**
 * Something of ours failed: another try in a while, or, after the third, "failed", which the person is told. A worker
 * whose lease ran out has no say any more: another one may have finished, or be at work.
 */
export function failPlanRequest(
  db: Db,
  claimed: ClaimedRequest,
  { cause, now }: { cause: string; now: Date },
): Promise<void> {
  return withMine(db, claimed, async (tx) => {
    if (isLastTry(claimed)) return markFailed(tx, claimed, cause);
    const notBefore = new Date(now.getTime() + claimed.attempts * pauseMs);
    await giveBack(tx, claimed, { stage: 'waiting', notBefore, lastError: cause });
    await markWorkStale(tx, claimed);
  });
}

/** The provider is busy or cannot be reached: tried again at that instant. It does not count as an attempt. */
export function postponeRequest(
  db: Db,
  claimed: ClaimedRequest,
  { cause, until }: { cause: string; until: Date },
): Promise<void> {
  return withMine(db, claimed, async (tx) => {
    const waits = { stage: 'retrying', notBefore: until, lastError: cause } as const;
    await giveBack(tx, claimed, { ...waits, attempts: claimed.attempts - 1 });
    await markWorkStale(tx, claimed);
  });
}

/** The program stops before there is an answer: whoever comes next takes it up. What the worker still says is not heard. */
export const releaseRequest = (db: Db, claimed: ClaimedRequest): Promise<void> =>
  withMine(db, claimed, (tx) => giveBack(tx, claimed, { stage: 'waiting' }));

async function giveBack(
  tx: Db,
  { id }: ClaimedRequest,
  change: Partial<typeof requests.$inferInsert>,
): Promise<void> {
  await tx
    .update(requests)
    .set({ ...change, status: 'pending', leaseUntil: null })
    .where(eq(requests.id, id));
}

/** There is no answer, and there will be none. */
export const giveUpRequest = (db: Db, claimed: ClaimedRequest, cause: string): Promise<void> =>
  withMine(db, claimed, (tx) => markFailed(tx, claimed, cause));

function withMine(db: Db, claimed: ClaimedRequest, act: (tx: Db) => Promise<void>): Promise<void> {
  return db.transaction(async (tx) => {
    const [mine] = await tx.select({ id: requests.id }).from(requests).where(isMine(claimed)).for('update');
    if (mine) await act(tx);
  });
}
