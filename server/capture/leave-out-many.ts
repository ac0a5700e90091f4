import type { Db } from '../db/client.ts';
import { type Refusal, refused, writePeople } from './change-person.ts';
import { isUndecided, lockCapture } from './lock-capture.ts';

/** Several people on a card are not wanted, by their places from 0; those who were decided about stay as they are. */
export function leaveOutMany(
  db: Db,
  { userId, captureId, places }: { userId: number; captureId: string; places: number[] },
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const capture = await lockCapture(tx, userId, captureId);
    if (!capture) return refused('not-found');
    if (!isUndecided(capture)) return refused('settled');
    const unwanted = new Set(places);
    const people = capture.people.map((person, place) =>
      unwanted.has(place) && person.state === 'open' ? { ...person, state: 'left-out' as const } : person,
    );
    await writePeople(tx, capture, people);
    return { ok: true };
  });
}
