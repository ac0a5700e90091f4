import type { Act } from '../plans/acts.ts';
import { areKept } from '../plans/acts.ts';
import { shortDayWords } from '../time/when.ts';

/** What an act did to the later steps of its lead, as a person reads it. */
export type RippleView = {
  actId: number;
  /** How many steps moved, or were given their old dates back. */
  count: number;
  /** Working days; 0 where they did not all move by the same. */
  by: number;
  /** "Wed 21", the dates they have now; at most `maxDates` of them. */
  dates: string[];
  /** The old dates were kept. */
  kept: boolean;
};

/** As many as a person reads at a glance. */
const maxDates = 5;

/** The ripple of an act in the words of this person's calendar; null when nothing moved. */
export function toRipple({ id, moves, movedBy }: Act, now: Date, timeZone: string): RippleView | null {
  if (moves.length === 0) return null;
  const dates = moves.flatMap(({ to }) => (to ? shortDayWords(new Date(to), now, timeZone) : []));
  return {
    ...{ actId: id, count: moves.length, by: movedBy, dates: dates.slice(0, maxDates) },
    kept: areKept(moves),
  };
}
