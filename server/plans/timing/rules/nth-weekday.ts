import type { Pieces, Reading } from '../neighbours.ts';
import type { Piece } from '../pieces.ts';
import type { Day } from '../timing-type.ts';
import { yearAt } from './date-parts.ts';
import { periodOf } from './named-period.ts';

const LAST = -1;

/** "First Monday of March", "the last Friday of the month", "am ersten Montag im März". */
export function nthWeekday(pieces: Pieces, at: number): Reading<Day> {
  const nth = placeOf(pieces[at]);
  const weekday = pieces[at + 1];
  if (nth === undefined || weekday?.is !== 'weekday') return undefined;
  let next = at + 2;
  while (next < at + 5 && ['of', 'on', 'filler', 'delay'].includes(pieces[next]?.is ?? '')) next++;
  const month = pieces[next];
  const named = { is: 'nth-weekday', weekday: weekday.weekday, nth } as const;
  if (month?.is === 'month') {
    const { year, next: end } = yearAt(pieces, next + 1);
    return { value: { ...named, month: month.month, year }, next: end };
  }
  const ahead = month?.is === 'ahead' ? month.ahead : null;
  const unitAt = ahead === null ? next : next + 1;
  if (periodOf(pieces[unitAt]) !== 'month') return undefined;
  return { value: { ...named, ahead }, next: unitAt + 1 };
}

/** 1 to 4, or the last. A month has no fifth to rely on. */
function placeOf(piece?: Piece): number | undefined {
  if (piece?.is === 'against') return piece.last ? LAST : undefined;
  return piece?.is === 'number' && piece.ordinal && piece.value <= 4 ? piece.value : undefined;
}
