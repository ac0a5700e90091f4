import { leads, opensClause, type Pieces, type Reading } from '../neighbours.ts';
import type { Piece } from '../pieces.ts';
import type { Day } from '../timing-type.ts';
import { dateOf } from './date-parts.ts';

/** "El día 3" may as well be the third day of the plan. */
const LONGEST_COUNT = 10;

/** A day of this month or the next: "15 числа", "on the 15th", "am 15.", "15-го", "el día 15". */
export function inThisMonth(pieces: Pieces, at: number, day: number): Reading<Day> {
  const [number, after] = [pieces[at], pieces[at + 1]];
  if (after?.is === 'day-of-month') return dateOf(day, null, null, at + 2);
  const before = pieces[at - 1];
  if (number?.is !== 'number' || number.spelled) return undefined;
  const isDotted = after?.is === 'stop' && (before?.is === 'on' || before?.is === 'deadline');
  const isOfMonthLed = before?.is === 'on' && Boolean(before.ofMonth) && day > LONGEST_COUNT;
  const isNamed = isOfMonthLed && isEnd(after) && after?.is !== 'of';
  const isLed = before?.is === 'on' || before?.is === 'filler' || leads(before);
  const isPlace = (number.ordinal && (isLed || (number.ofMonth && opensClause(before)))) || isDotted;
  const isLast = isEnd(after) && (after?.is !== 'stop' || isEnd(pieces[at + 2]));
  return isNamed || (isPlace && isLast) ? isOfMonth(pieces, at + 1, day) : undefined;
}

/** What may follow a day of the month: nothing, an hour, or what is to be done ("to confirm"). */
const isEnd = (piece?: Piece) =>
  !piece ||
  ['stop', 'on', 'clock', 'of'].includes(piece.is) ||
  leads(piece) ||
  (piece.is === 'joiner' && piece.range);

/** "The 15th", "the 1st of the month"; not "the 3rd of three". */
function isOfMonth(pieces: Pieces, at: number, day: number): Reading<Day> {
  if (pieces[at]?.is !== 'of') return dateOf(day, null, null, at);
  let next = at + 1;
  while (next < at + 3 && pieces[next]?.is === 'filler') next++;
  const unit = pieces[next];
  return unit?.is === 'unit' && unit.unit === 'month' && unit.size === 1
    ? dateOf(day, null, null, next + 1)
    : undefined;
}
