import { leads, type Pieces, type Reading } from '../neighbours.ts';
import type { Day } from '../timing-type.ts';
import { dateOf } from './date-parts.ts';

/** A day of this month or the next: "15 числа", "on the 15th", "am 15.". */
export function inThisMonth(pieces: Pieces, at: number, day: number): Reading<Day> {
  const [number, after] = [pieces[at], pieces[at + 1]];
  if (after?.is === 'day-of-month') return dateOf(day, null, null, at + 2);
  const isLast =
    !after || (after.is === 'stop' && !pieces[at + 2]) || ['on', 'clock'].includes(after.is) || leads(after);
  const isDotted = after?.is === 'stop' && pieces[at - 1]?.is === 'on';
  const isOrdinal = number?.is === 'number' && (number.ordinal || isDotted) && !number.spelled;
  const before = pieces[at - 1];
  const isThe = before?.is === 'on' || before?.is === 'filler' || leads(before);
  if (isOrdinal && isThe && (isLast || after?.is === 'of')) return isOfMonth(pieces, at + 1, day);
  return undefined;
}

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
