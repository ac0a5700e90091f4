import { and, asc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import { markCaptureMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { captures } from '../db/schema.ts';
import type { CapturedPerson } from '../db/stored-json.ts';
import { ended } from './change-person.ts';
import { fitPerson } from './fit-person.ts';
import type { Capture } from './lock-capture.ts';

/** A worker that did not say for so long that it is still at it (`keepReading`) has died. */
const leaseMs = 60_000;
const maxAttempts = 3;
/** A person waits for a card so long; after that, what the rules found has to do. */
const maxWaitMs = 5 * 60_000;

const leaseFrom = (now: Date) => new Date(now.getTime() + leaseMs);

/** Why nothing was read, for the person (views/capture.ts): nobody was found, the file is gone, the day's limit is used. */
export type ReadFailure = 'limit' | 'gone' | 'nobody' | 'failed';

/**
 * Claims the oldest card that a model is to look at, or whose worker died; null when there is none. One whose workers
 * died three times is given up.
 */
export function claimCapture(db: Db, now: Date): Promise<Capture | null> {
  return db.transaction(async (tx) => {
    for (;;) {
      const [row] = await tx
        .select()
        .from(captures)
        .where(
          and(eq(captures.status, 'reading'), or(isNull(captures.leaseUntil), lte(captures.leaseUntil, now))),
        )
        .orderBy(asc(captures.createdAt))
        .limit(1)
        .for('update', { skipLocked: true });
      if (!row) return null;
      // What a stopped program gave back has no lease, and has killed nobody.
      if (row.leaseUntil && row.attempts >= maxAttempts) await giveUp(tx, row, 'failed');
      else {
        const claimed = { attempts: row.attempts + 1, leaseUntil: leaseFrom(now) };
        await tx.update(captures).set(claimed).where(eq(captures.id, row.id));
        return { ...row, ...claimed };
      }
    }
  });
}

/** When the next card may be claimed; null when nothing is to be read. */
export async function getNextReadingAt(db: Db): Promise<Date | null> {
  const [row] = await db
    .select({ at: sql<Date | null>`min(coalesce(lease_until, created_at))`.mapWith(captures.createdAt) })
    .from(captures)
    .where(eq(captures.status, 'reading'));
  return row?.at ?? null;
}

/** The worker lives and is still at it. */
export function keepReading(db: Db, claimed: Capture, now: Date): Promise<void> {
  return whileMine(db, claimed, async (tx) => {
    await tx
      .update(captures)
      .set({ leaseUntil: leaseFrom(now) })
      .where(eq(captures.id, claimed.id));
  });
}

/** The program stops before it was read: whoever comes next takes it up. */
export function releaseReading(db: Db, claimed: Capture): Promise<void> {
  return whileMine(db, claimed, async (tx) => {
    await tx.update(captures).set({ leaseUntil: null }).where(eq(captures.id, claimed.id));
  });
}

/** The model has read it: the card shows what it found, unless the person, or one more forward, was quicker. */
export function finishReading(db: Db, claimed: Capture, people: CapturedPerson[]): Promise<void> {
  return whileMine(db, claimed, async (tx) => {
    await tx
      .update(captures)
      .set({ ...ended(claimed), people: people.map(fitPerson), status: 'open', lastError: null })
      .where(eq(captures.id, claimed.id));
    await markCaptureMessagesStale(tx, claimed.id);
  });
}

/**
 * It could not be read: once more, not before `retryAfterMs`, or, when that helps nobody (null) or was tried three
 * times, what the rules found stands, and the card says why.
 */
export function failReading(
  db: Db,
  claimed: Capture,
  { failure, retryAfterMs, now }: { failure: ReadFailure; retryAfterMs: number | null; now: Date },
): Promise<void> {
  return whileMine(db, claimed, async (tx) => {
    if (retryAfterMs === null || retryAfterMs > maxWaitMs || claimed.attempts >= maxAttempts)
      return giveUp(tx, claimed, failure);
    const leaseUntil = new Date(now.getTime() + retryAfterMs);
    await tx.update(captures).set({ leaseUntil }).where(eq(captures.id, claimed.id));
  });
}

/** With nobody on it there is nothing to decide about. */
async function giveUp(tx: Db, capture: Capture, failure: ReadFailure): Promise<void> {
  const status = capture.people.length > 0 ? 'open' : 'cancelled';
  await tx
    .update(captures)
    .set({ ...ended(capture), status, lastError: failure })
    .where(eq(captures.id, capture.id));
  await markCaptureMessagesStale(tx, capture.id);
}

/** A worker has no say any more when its card was taken over, added to, edited or saved meanwhile. */
function whileMine(db: Db, claimed: Capture, act: (tx: Db) => Promise<void>): Promise<void> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(captures).where(eq(captures.id, claimed.id)).for('update');
    const isMine =
      row?.status === 'reading' &&
      row.attempts === claimed.attempts &&
      row.addedAt.getTime() === claimed.addedAt.getTime();
    if (isMine) await act(tx);
  });
}
