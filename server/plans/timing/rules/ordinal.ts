import { isAgainst, type Pieces, type Reading } from '../neighbours.ts';
import type { Piece, UnitPiece } from '../pieces.ts';
import type { Day } from '../timing-type.ts';
import { spanOf } from '../units.ts';
import { endOfList, isSpoiled } from './ordinal-list.ts';

/** The units that days of a plan are numbered in. */
export const COUNTED = ['day', 'business-day', 'week', 'month'];

/** "Day 3", "Days 3-5", "D+3", "Week 2" (which begins a week after the base), "Month 6", "Week 2, Day 3". */
export function ordinal(pieces: Pieces, at: number): Reading<Day> {
  const unit = pieces[at];
  if (unit?.is !== 'unit' || unit.size !== 1) return undefined;
  const sign = pieces[at + 1];
  if (sign?.is === 'minus') return minusZero(pieces, at + 2);
  const numberAt = sign?.is === 'plus' || sign?.is === 'filler' ? at + 2 : at + 1;
  const value = placeIn(pieces[numberAt]);
  // "H+24", but no "hour 24".
  if (value === undefined || !(COUNTED.includes(unit.unit) || (unit.unit === 'hour' && sign?.is === 'plus')))
    return undefined;
  const before = pieces[at - 1];
  if (before?.is === 'number') return undefined;
  const next = endOfList(pieces, numberAt + 1);
  // "Weekdays 9-5" are office hours.
  if (unit.unit === 'business-day' && next > numberAt + 1) return null;
  if (isAgainst(before)) return null;
  const within = unit.unit === 'week' ? dayWithin(pieces, next, value) : undefined;
  if (within !== undefined) return within;
  if (isSpoiled(pieces, next)) return null;
  return dayFrom(unit, value, sign?.is === 'plus', next);
}

/** The day of that number; weeks and months count from one, and the first begins with the base. */
export function dayFrom({ unit }: UnitPiece, value: number, isPlus: boolean, next: number): Reading<Day> {
  const startsAtOne = (unit === 'week' || unit === 'month') && !isPlus && value > 0;
  const span = spanOf(startsAtOne ? value - 1 : value, unit);
  return span && { value: { is: 'span', span }, next };
}

/** The number of a day: "3", "three", the first of "3/5/7"; not "a". */
function placeIn(piece?: Piece): number | undefined {
  if (piece?.is === 'slashes') return piece.first;
  return piece?.is === 'number' && !piece.article ? piece.value : undefined;
}

/** "T-0" and "D-0" are the base day; any other day before it is no date for a step. */
function minusZero(pieces: Pieces, at: number): Reading<Day> {
  const number = pieces[at];
  const isZero = number?.is === 'number' && number.value === 0;
  return isZero ? { value: { is: 'span', span: { amount: 0, unit: 'day' } }, next: at + 1 } : null;
}

/** "Week 2, Day 3" is the third day of that week. */
function dayWithin(pieces: Pieces, at: number, week: number): Reading<Day> {
  const unitAt = pieces[at]?.is === 'stop' || pieces[at]?.is === 'dash' ? at + 1 : at;
  const [unit, number] = [pieces[unitAt], pieces[unitAt + 1]];
  if (unit?.is !== 'unit' || unit.unit !== 'day' || number?.is !== 'number') return undefined;
  if (number.article || number.value > 7 || week < 1) return undefined;
  const span = spanOf((week - 1) * 7 + number.value, 'day');
  return span && { value: { is: 'span', span }, next: unitAt + 2 };
}
