import { and, asc, count, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { leads, planRequests as requests } from '../../db/schema.ts';
import type { Stage } from '../draft.ts';
import { markWorkStale } from './stale.ts';

/** What a worker needs to know of its request. */
const asked = {
  ...{ id: requests.id, leadId: requests.leadId, attempts: requests.attempts, kind: requests.kind },
  ...{ stepId: requests.stepId, wish: requests.wish, template: requests.template },
  createdAt: requests.createdAt,
};

type Request = Pick<typeof requests.$inferSelect, keyof typeof asked>;

export type ClaimedRequest = Request & {
  /** When it was tried first: a person is patient from then on, however long it had stood in line. */
  since: Date;
  /** So many workers died of it that only a template may be tried any more. */
  isLastResort: boolean;
};

/** A worker that did not say for so long that it is still at it (`keepClaim`) has died. */
const leaseMs = 60_000;
const maxAttempts = 3;
/** What fails now is not tried again. */
export const isLastTry = ({ attempts }: ClaimedRequest) => attempts >= maxAttempts;

const leaseFrom = (now: Date) => new Date(now.getTime() + leaseMs);
const isOpen = inArray(requests.status, ['pending', 'working']);

/**
 * Claims a request that waits, or whose worker died; null when there is none. First come those of people for whom the
 * least is being written, the oldest first: one person's long list does not hold up the others. One whose workers died
 * three times is given up, so that it cannot take the program down for ever; for a plan a template is tried before.
 */
export function claimPlanRequest(db: Db, now: Date): Promise<ClaimedRequest | null> {
  return db.transaction(async (tx) => {
    for (;;) {
      const row = await findWaiting(tx, now);
      if (!row) return null;
      const { status, triedSince, ...request } = row;
      // What a stopped program gave back has killed nobody, however often that was.
      const killed = status === 'working' ? row.attempts : 0;
      const isLastResort = killed === maxAttempts && row.kind === 'plan';
      const since = triedSince ?? now;
      if (killed < maxAttempts || isLastResort)
        return startWork(tx, { ...request, since, isLastResort }, now);
      await markFailed(tx, request, 'every worker stopped before it was done');
    }
  });
}

/** Locks it; those that are locked are being claimed by somebody else. */
async function findWaiting(tx: Db, now: Date) {
  const isTime = or(isNull(requests.notBefore), lte(requests.notBefore, now));
  const waits = or(
    and(eq(requests.status, 'pending'), isTime),
    and(eq(requests.status, 'working'), lte(requests.leaseUntil, now)),
  );
  const atWork = tx
    .select({ userId: leads.userId, requests: count().as('requests') })
    .from(requests)
    .innerJoin(leads, eq(leads.id, requests.leadId))
    .where(eq(requests.status, 'working'))
    .groupBy(leads.userId)
    .as('at_work');
  const [row] = await tx
    .select({ ...asked, status: requests.status, triedSince: requests.triedSince })
    .from(requests)
    .innerJoin(leads, eq(leads.id, requests.leadId))
    .leftJoin(atWork, eq(atWork.userId, leads.userId))
    .where(waits)
    .orderBy(sql`coalesce(${atWork.requests}, 0)`, asc(requests.createdAt))
    .limit(1)
    .for('update', { of: requests, skipLocked: true });
  return row ?? null;
}

async function startWork(tx: Db, request: ClaimedRequest, now: Date): Promise<ClaimedRequest> {
  const attempts = request.attempts + 1;
  const { since: triedSince } = request;
  const work = { status: 'working', leaseUntil: leaseFrom(now), notBefore: null, attempts } as const;
  await tx
    .update(requests)
    .set({ ...work, triedSince })
    .where(eq(requests.id, request.id));
  return { ...request, attempts };
}

/** The person is told, where they asked for it. */
export async function markFailed(tx: Db, claimed: Request, cause: string): Promise<void> {
  await tx.update(requests).set({ status: 'failed', lastError: cause }).where(eq(requests.id, claimed.id));
  await markWorkStale(tx, claimed);
}

/**
 * This worker's claim, as long as nobody cancelled the request or claimed it after the lease ran out. Each claim has a
 * number of its own: only a worker that has nothing more to say of it (`postponeRequest`) leaves its number to the next.
 */
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
