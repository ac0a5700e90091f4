import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import { markCaptureMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { captures } from '../db/schema.ts';
import { storable } from './fit-person.ts';
import { type Forwarded, withForward } from './forward.ts';
import { type Capture, lockPerson } from './lock-capture.ts';
import { noteOf } from './person.ts';
import { type NewCapture, startCapture } from './start-capture.ts';

/** Forwards that follow each other within this time are about one person. */
const rowMs = 60_000;
/** As much as a model is given to read. */
const maxRaw = 12_000;

type Forward = { userId: number; message: Forwarded; mayRead: boolean; now: Date };

/**
 * A forwarded message becomes a card, or one more message on the card of the forward just before it. `mayRead`: a model
 * may look at it. `isNew` is false when the card is in the chat already.
 */
export function addForward(
  db: Db,
  { userId, message, mayRead, now }: Forward,
): Promise<{ captureId: string; isNew: boolean }> {
  return db.transaction(async (tx) => {
    await lockPerson(tx, userId);
    const since = new Date(now.getTime() - rowMs);
    const recent = await findRecent(tx, { userId, since });
    // A model found several people in it: what comes now is a card of its own.
    const last = recent?.people.length === 1 ? recent : null;
    const person = withForward(last?.people[0] ?? null, message);
    const isRead = mayRead || last?.status === 'reading';
    const raw = isRead ? noteOf(last?.raw ?? '', storable(message.text)).slice(0, maxRaw) : '';
    const status = raw ? ('reading' as const) : ('open' as const);
    if (!last) {
      const card: NewCapture = { userId, source: 'forward', people: [person], raw, status, now };
      return { captureId: await startCapture(tx, card), isNew: true };
    }
    await tx
      .update(captures)
      .set({ people: [person], raw, status, attempts: 0, leaseUntil: null, addedAt: now })
      .where(eq(captures.id, last.id));
    await markCaptureMessagesStale(tx, last.id);
    return { captureId: last.id, isNew: false };
  });
}

/** The card of forwards that was added to last, if nothing was decided about it. */
async function findRecent(
  tx: Db,
  { userId, since }: { userId: number; since: Date },
): Promise<Capture | null> {
  const [row] = await tx
    .select()
    .from(captures)
    .where(
      and(
        eq(captures.userId, userId),
        eq(captures.source, 'forward'),
        inArray(captures.status, ['reading', 'open']),
        gt(captures.addedAt, since),
      ),
    )
    .orderBy(desc(captures.addedAt))
    .limit(1)
    .for('update');
  return row ?? null;
}
