import { eq } from 'drizzle-orm';
import { markCaptureMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { captures } from '../db/schema.ts';
import type { CapturedPerson } from '../db/stored-json.ts';
import { type Capture, isUndecided, lockCapture } from './lock-capture.ts';

/** One person on a card; `place` counts from 0. */
export type Chosen = { userId: number; captureId: string; place: number; now: Date };

/** settled: it was decided about them, or about the whole card, already. */
export type Refusal = { ok: false; reason: 'not-found' | 'settled' };
export const refused = (reason: Refusal['reason']): Refusal => ({ ok: false, reason });

/**
 * Decides about one open person of a card, all or nothing: what `act` makes of them is written down, and the card in the
 * chat follows. `act` works inside the transaction, with the capture locked.
 */
export function changePerson<Done extends object, No extends { ok: false } = never>(
  db: Db,
  { userId, captureId, place }: Chosen,
  act: (
    tx: Db,
    person: CapturedPerson,
    capture: Capture,
  ) => Promise<{ ok: true; person: CapturedPerson; done: Done } | No | Refusal>,
): Promise<({ ok: true } & Done) | No | Refusal> {
  return db.transaction(async (tx) => {
    const capture = await lockCapture(tx, userId, captureId);
    const person = capture?.people[place];
    if (!capture || !person) return refused('not-found');
    if (!isUndecided(capture) || person.state !== 'open') return refused('settled');
    const result = await act(tx, person, capture);
    if (!result.ok) return result;
    await writePeople(tx, capture, capture.people.with(place, result.person));
    return { ok: true, ...result.done };
  });
}

/**
 * Writes what became of the people of a locked capture. The person was quicker than the model: whatever it would find is
 * not wanted any more. With nobody left to decide about, the card is settled.
 */
export async function writePeople(tx: Db, capture: Capture, people: CapturedPerson[]): Promise<void> {
  await tx
    .update(captures)
    .set({ ...ended(capture), people, status: statusOf(people) })
    .where(eq(captures.id, capture.id));
  await markCaptureMessagesStale(tx, capture.id);
}

function statusOf(people: CapturedPerson[]): Capture['status'] {
  if (people.some(({ state }) => state === 'open')) return 'open';
  return people.some(({ state }) => state === 'saved' || state === 'merged') ? 'saved' : 'cancelled';
}

/** Nothing is to be read any more, and what was to be read is not kept. A table keeps the words about its columns. */
export const ended = ({ source, raw }: Pick<Capture, 'source' | 'raw'>) => ({
  ...{ raw: source === 'csv' ? raw : '', fileId: null, leaseUntil: null },
});
