import { lt } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { captures } from '../db/schema.ts';
import { type Chosen, changePerson, type Refusal, refused, writePeople } from './change-person.ts';
import { isUndecided, lockCapture } from './lock-capture.ts';

/** How long a card waits to be decided about. */
const keptDays = 30;

/** One person on a card is not wanted; the others stay. */
export function leaveOut(db: Db, chosen: Chosen): Promise<{ ok: true } | Refusal> {
  return changePerson<object, never>(db, chosen, async (_, person) => ({
    ...{ ok: true, person: { ...person, state: 'left-out' }, done: {} },
  }));
}

/** Nobody of those who are still open is wanted; who was saved or merged before stays so. */
export function cancelCapture(
  db: Db,
  { userId, captureId }: { userId: number; captureId: string; now: Date },
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const capture = await lockCapture(tx, userId, captureId);
    if (!capture) return refused('not-found');
    if (!isUndecided(capture)) return refused('settled');
    const people = capture.people.map((person) =>
      person.state === 'open' ? { ...person, state: 'left-out' as const } : person,
    );
    await writePeople(tx, capture, people);
    return { ok: true };
  });
}

/** Deletes the cards that nobody has decided about for a month, and those that were settled by then. */
export async function forgetOldCaptures(db: Db, now: Date): Promise<void> {
  const until = new Date(now.getTime() - keptDays * 24 * 60 * 60_000);
  await db.delete(captures).where(lt(captures.createdAt, until));
}
