import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { planRequests as requests } from '../../db/schema.ts';
import type { Stage } from '../draft.ts';
import { markWorkStale } from './stale.ts';

/** What a worker needs to know of its request. */
const asked = {
  ...{ id: requests.id, leadId: requests.leadId, attempts: requests.attempts, kind: requests.kind },
  ...{ stepId: requests.stepId, wish: requests.wish, template: requests.template },
  createdAt: requests.createdAt,
};

export type ClaimedRequest = Pick<typeof requests.$inferSelect, keyof typeof asked>;

/** A worker that did not say for so long that it is still at it (`keepClaim`) has died. */
const leaseMs = 60_000;
export const maxAttempts = 3;

const leaseFrom = (now: Date) => new Date(now.getTime() + leaseMs);
const isOpen = inArray(requests.status, ['pending', 'working']);

/**
 * Claims the oldest request that waits, or whose worker died; null when there is none. One whose workers died three
 * times is given up, so that it cannot take the program down for ever.
 */
export function claimPlanRequest(db: Db, now: Date): Promise<ClaimedRequest | null> {
  return db.transaction(async (tx) => {
    const isTime = or(isNull(requests.notBefore), lte(requests.notBefore, now));
    const waits = or(
      and(eq(requests.status, 'pending'), isTime),
      and(eq(requests.status, 'working'), lte(requests.leaseUntil, now)),
    );
    for (;;) {
      const [row] = await tx
        .select(asked)
        .from(requests)
        .where(waits)
        .orderBy(asc(requests.createdAt))
        .limit(1)
        .for('update', { skipLocked: true });
      if (!row) return null;
      if (row.attempts < maxAttempts) return startWork(tx, row, now);
      await markFailed(tx, row, 'every worker stopped before it was done');
    }
  });
}

async function startWork(tx: Db, row: ClaimedRequest, now: Date): Promise<ClaimedRequest> {
  const attempts = row.attempts + 1;
  const work = { status: 'working', leaseUntil: leaseFrom(now), notBefore: null, attempts } as const;
  await tx.update(requests).set(work).where(eq(requests.id, row.id));
  return { ...row, attempts };
}

/** The person is told, where they asked for it. */
export async function markFailed(tx: Db, claimed: ClaimedRequest, cause: string): Promise<void> {
  await tx.update(requests).set({ status: 'failed', lastError: cause }).where(eq(requests.id, claimed.id));
  await markWorkStale(tx, claimed);
}

/** This worker's claim, as long as nobody cancelled the request or claimed it after the lease ran out. */
export const isMine = ({ id, attempts }: ClaimedRequest) =>
  and(eq(requests.id, id), eq(requests.status, 'working'), eq(requests.attempts, attempts));

/** The worker lives and is still at it. False when the request is not its own any more. */
export async function keepClaim(db: Db, claimed: ClaimedRequest, now: Date): Promise<boolean> {
  const kept = await db
    .update(requests)
    .set({ leaseUntil: leaseFrom(now) })
    .where(isMine(claimed))
    .returning({ id: requests.id });
  return kept.length > 0;
}

/** How far it is, for the message that waits for it. Nothing happens once the request is not the worker's any more. */
export function setStage(db: Db, claimed: ClaimedRequest, stage: Stage): Promise<void> {
  return db.transaction(async (tx) => {
    const changed = await tx
      .update(requests)
      .set({ stage })
      .where(and(isMine(claimed), sql`${requests.stage} <> ${stage}`))
      .returning({ id: requests.id });
    if (changed.length > 0) await markWorkStale(tx, claimed);
  });
}

/** When the next request can be claimed, by what is known now; null when none is open. */
export async function getNextClaimAt(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({
      at: sql<string | null>`min(case when ${requests.status} = 'working' then ${requests.leaseUntil}
        else coalesce(${requests.notBefore}, ${requests.createdAt}) end)`,
    })
    .from(requests)
    .where(isOpen);
  return row?.at ? new Date(row.at) : null;
}
