import { isAfter, leads, type Pieces, type Reading } from '../neighbours.ts';
import type { Piece } from '../pieces.ts';
import type { Day } from '../timing-type.ts';
import { dateOf, dayOf, endOfDays, yearAt } from './date-parts.ts';
import { inThisMonth } from './day-of-month.ts';

/** "March 3rd", "3-5 March 2026", "3. März", "15 de marzo", "2026-03-04", "the 15th", "15 числа". */
export function date(pieces: Pieces, at: number): Reading<Day> {
  const piece = pieces[at];
  if (piece?.is === 'date') return dateOf(piece.day, piece.month, piece.year, at + 1);
  if (piece?.is === 'month') return monthFirst(pieces, at, piece.month);
  // "Dia 15 de março".
  if (piece?.is === 'unit' && piece.unit === 'day') return withMonth(pieces, at + 1);
  return piece?.is === 'number' && pieces[at + 1]?.is !== 'unit' ? dayFirst(pieces, at) : undefined;
}

/** "March 3", "March the 3rd, 2026", "March 3-5". */
function monthFirst(pieces: Pieces, at: number, month: number): Reading<Day> {
  // "March the 3rd", "Feb. 10".
  const dayAt = ['filler', 'stop'].includes(pieces[at + 1]?.is ?? '') ? at + 2 : at + 1;
  const day = dayOf(pieces[dayAt]);
  // "March 3 days later" is no date, "March 3 pm" neither.
  const after = pieces[dayAt + 1];
  if (day === undefined || after?.is === 'unit' || after?.is === 'part' || after?.is === 'hour-sign')
    return undefined;
  const { year, next } = yearAt(pieces, endOfDays(pieces, dayAt + 1));
  return dateOf(day, month, year, next);
}

/** "3 March", "3rd of March 2026", "3. März", "3-5 March", and "the 3rd" of this or the next month. */
function dayFirst(pieces: Pieces, at: number): Reading<Day> {
  const piece = pieces[at];
  if (piece?.is !== 'number') return undefined;
  if (piece.dotted && !isTimeOrSpan(pieces[at + 1])) {
    const [day, month, digits] = piece.dotted;
    if (digits === 1 && pieces[at + 1]?.is !== 'stop') return undefined;
    const next = pieces[at + 1]?.is === 'stop' ? at + 2 : at + 1;
    return day >= 1 && day <= 31 && month >= 1 && month <= 12 && isLed(pieces[at - 1])
      ? dateOf(day, month, null, next)
      : undefined;
  }
  const day = dayOf(piece);
  return day === undefined ? undefined : (withMonth(pieces, at) ?? inThisMonth(pieces, at, day));
}

function withMonth(pieces: Pieces, at: number): Reading<Day> {
  const day = dayOf(pieces[at]);
  const monthAt = endOfDays(pieces, at + 1);
  const month = pieces[monthAt];
  if (day === undefined || month?.is !== 'month') return undefined;
  const { year, next } = yearAt(pieces, monthAt + 1);
  return dateOf(day, month.month, year, next);
}

const isTimeOrSpan = (piece?: Piece) =>
  piece?.is === 'unit' || piece?.is === 'hour-sign' || piece?.is === 'part';
const isLed = (piece?: Piece) =>
  !piece ||
  piece.is === 'stop' ||
  piece.is === 'on' ||
  piece.is === 'deadline' ||
  leads(piece) ||
  isAfter(piece) ||
  piece.is === 'weekday';
