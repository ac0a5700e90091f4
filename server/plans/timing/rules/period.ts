import type { Pieces, Reading } from '../neighbours.ts';
import type { Day, Part } from '../timing-type.ts';
import { spanOf } from '../units.ts';
import { found, named, periodOf } from './named-period.ts';
import { ordinal } from './ordinal.ts';

/** "Next week", "end of the month", "early March", "late Q2", "end of week 4", "this morning", "la semana que viene". */
export function period(pieces: Pieces, at: number): Reading<Day> {
  const edge = pieces[at];
  if (edge?.is !== 'edge') return named(pieces, at, 'whole');
  const next = behindOf(pieces, at + 1);
  return named(pieces, next, edge.part) ?? numbered(pieces, next, edge.part) ?? bare(pieces, next, edge.part);
}

/** "The first week of March", "1st of the month", "the first day of next quarter". */
export function firstOf(pieces: Pieces, at: number): Reading<Day> {
  const number = pieces[at];
  if (number?.is !== 'number' || !number.ordinal || number.value !== 1) return undefined;
  const unit = pieces[at + 1];
  const isUnit = unit?.is === 'unit' && (unit.unit === 'week' || unit.unit === 'day');
  const next = behindOf(pieces, isUnit ? at + 2 : at + 1);
  if (!isUnit && next === at + 1) return undefined;
  return named(pieces, next, 'start') ?? bare(pieces, next, 'start');
}

function behindOf(pieces: Pieces, start: number): number {
  let at = start;
  while (at < start + 3 && ['of', 'filler', 'on', 'delay'].includes(pieces[at]?.is ?? '')) at++;
  return at;
}

/** "End of week 4" is the first Friday from when it begins; "end of month 2" is when the third begins. */
function numbered(pieces: Pieces, at: number, part: Part): Reading<Day> {
  const unit = pieces[at];
  const begins = ordinal(pieces, at);
  if (!begins || unit?.is !== 'unit' || begins.value.is !== 'span') return begins ?? undefined;
  const { amount } = begins.value.span;
  const weekday = { start: 1, middle: 3, late: 4, end: 5, whole: 1 }[part];
  if (unit.unit === 'week' && part !== 'start')
    return found({ is: 'weekday', weekdays: [weekday], from: begins.value.span }, begins.next);
  if (unit.unit === 'month' && part === 'end') {
    const span = spanOf(amount + 1, 'month');
    return span && found({ is: 'span', span }, begins.next);
  }
  return part === 'start' ? begins : undefined;
}

/** "End of the month": of this one, or the next when it is over. */
function bare(pieces: Pieces, at: number, part: Part): Reading<Day> {
  const of = periodOf(pieces[at]);
  return of && found({ is: 'period', of, part, ahead: null }, at + 1);
}
