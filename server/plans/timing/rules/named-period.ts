import { closesClause, leads, opensClause, type Pieces, type Reading } from '../neighbours.ts';
import type { Piece } from '../pieces.ts';
import type { Day, Part, PeriodUnit } from '../timing-type.ts';
import { yearAt } from './date-parts.ts';

/** A period that says which one it is. */
export function named(pieces: Pieces, at: number, part: Part): Reading<Day> {
  const piece = pieces[at];
  if (piece?.is === 'month') return month(pieces, at, piece.month, part);
  if (piece?.is === 'quarter-sign') return numberedPeriod(pieces, at, 'quarter', part);
  if (piece?.is === 'week-sign') return numberedPeriod(pieces, at, 'week', part);
  if (piece?.is === 'unit') return withTrailing(pieces, at, part);
  if (piece?.is !== 'ahead') return undefined;
  const unit = pieces[at + 1];
  if (unit?.is === 'month') return month(pieces, at + 1, unit.month, part);
  // "This morning", "the next evening".
  if (unit?.is === 'part')
    return part === 'whole'
      ? found({ is: 'span', span: { amount: piece.ahead, unit: 'day' } }, at + 1)
      : undefined;
  const of = periodOf(unit);
  return of && inWeek(pieces, of, part, piece.ahead, at + 2);
}

/** "Next week on Tuesday", otherwise the period. */
function inWeek(pieces: Pieces, of: PeriodUnit, part: Part, ahead: number, next: number): Reading<Day> {
  let at = next;
  while (at < next + 3 && (isLed(pieces[at]) || ['stop', 'filler'].includes(pieces[at]?.is ?? ''))) at++;
  const weekday = pieces[at];
  return of === 'week' && part === 'whole' && weekday?.is === 'weekday'
    ? found({ is: 'weekday', weekdays: [weekday.weekday], week: ahead }, at + 1)
    : found(periodDay(of, part, ahead), next);
}

/** "Semana que viene", "week after next". */
function withTrailing(pieces: Pieces, at: number, part: Part): Reading<Day> {
  const ahead = pieces[at + 1];
  const of = ahead?.is === 'ahead' ? periodOf(pieces[at]) : undefined;
  return of && ahead?.is === 'ahead' ? inWeek(pieces, of, part, ahead.ahead, at + 2) : undefined;
}

/** The period a unit is, if any. */
export function periodOf(piece?: Piece): PeriodUnit | undefined {
  if (piece?.is !== 'unit') return undefined;
  if (piece.unit === 'week' && piece.size === 1) return 'week';
  if (piece.unit !== 'month') return undefined;
  return piece.size === 1 ? 'month' : piece.size === 3 ? 'quarter' : piece.size === 12 ? 'year' : undefined;
}

/** Next month and next year are one later, whatever day it is; other periods begin with their first day. */
function periodDay(of: PeriodUnit, part: Part, ahead: number): Day {
  if (part === 'whole' && ahead > 0 && (of === 'month' || of === 'year'))
    return { is: 'span', span: { amount: of === 'year' ? ahead * 12 : ahead, unit: 'month' } };
  return { is: 'period', of, part, ahead };
}

/** "Early March", "in March", "March 2027"; the word alone only where nothing else stands ("may", "march" are verbs). */
function month(pieces: Pieces, at: number, number: number, part: Part): Reading<Day> {
  const { year, next } = yearAt(pieces, at + 1);
  const before = pieces[at - 1];
  const isAlone = opensClause(before) && closesClause(pieces[next]);
  return part !== 'whole' || isLed(before) || year !== null || isAlone
    ? found({ is: 'period', of: 'month', part, number, year }, next)
    : undefined;
}

const isLed = (before?: Piece) =>
  leads(before) || before?.is === 'on' || before?.is === 'deadline' || before?.is === 'ahead';

/** "Q2", "Q2 2026", "KW 12". */
function numberedPeriod(pieces: Pieces, at: number, of: 'quarter' | 'week', part: Part): Reading<Day> {
  const number = pieces[at + 1];
  const last = of === 'week' ? 53 : 4;
  if (number?.is !== 'number' || number.value < 1 || number.value > last) return undefined;
  const { year, next } = yearAt(pieces, at + 2);
  // "Q4 planning" is work of any day.
  if (part === 'whole' && !isLed(pieces[at - 1]) && !closesClause(pieces[next])) return undefined;
  return found({ is: 'period', of, part, number: number.value, year }, next);
}

/** A day that was read up to before `next`. */
export const found = (value: Day, next: number): Reading<Day> => ({ value, next });
