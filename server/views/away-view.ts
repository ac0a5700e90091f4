import type { PersonTime } from '../time/person.ts';
import { fromLocal, toDate } from '../time/wall-time.ts';
import { dayWords } from '../time/when.ts';
import type { MoveView } from './pause-view.ts';

/** What an absence would move; `problem` says why it cannot be, in words, or is null. */
export type AwayPreview = { problem: string | null; moves: MoveView[] };

/** First and last day of an absence as a person reads them at `now`: "Mon 12 Oct", with the year when it is not this one. */
export function periodWords(
  { from, until }: { from: string; until: string },
  now: Date,
  { timeZone }: PersonTime,
): { from: string; until: string } {
  const words = (day: string) => {
    const time = fromLocal(day, timeZone);
    return time ? dayWords(toDate(time), now, timeZone) : day;
  };
  return { from: words(from), until: words(until) };
}
