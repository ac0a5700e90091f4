import { opensClause, type Pieces, type Reading } from '../neighbours.ts';
import type { Piece } from '../pieces.ts';
import type { Day } from '../timing-type.ts';
import { date } from './date.ts';
import { ordinal } from './ordinal.ts';
import { weekAt } from './week.ts';
import { listAt } from './weekday-list.ts';

/** "Friday", "Mon or Tue", "next Friday", "Monday next week", "Tuesday, week 2"; "Monday to Friday" is no day. */
export function weekday(pieces: Pieces, at: number): Reading<Day> {
  const ahead = pieces[at];
  const dayAt = ahead?.is === 'ahead' ? at + 1 : at;
  if (pieces[dayAt]?.is !== 'weekday') return undefined;
  const list = listAt(pieces, dayAt);
  if (!list) return list;
  const { weekdays, next } = list.value;
  // "Monday (Day 1)": the plan's own count says which day.
  const counted = pieces[next]?.is === 'stop' ? ordinal(pieces, next + 1) : undefined;
  if (counted) return counted;
  const named = ahead?.is === 'ahead' && !ahead.soon ? { week: ahead.ahead } : undefined;
  const dated = weekdays.length === 1 ? dateBehind(pieces, next, weekdays[0]) : undefined;
  if (dated) return dated;
  const found = named ? undefined : weekAt(pieces, next);
  return { value: { is: 'weekday', weekdays, ...(named ?? found?.value) }, next: found?.next ?? next };
}

/** "Friday, March 6": the date says more; "Friday the 13th" and "Thu 12" must agree with it. */
function dateBehind(pieces: Pieces, start: number, weekday?: number): Reading<Day> {
  let at = start;
  while (at < start + 3 && isDateLink(pieces[at])) at++;
  const found = date(pieces, at);
  if (found?.value.is === 'date')
    return found.value.month ? found : { ...found, value: { ...found.value, weekday } };
  const number = pieces[at];
  if (number?.is !== 'number' || number.spelled || number.padded || number.value > 31) return undefined;
  if (!Number.isInteger(number.value) || number.value < 1 || !opensClause(pieces[at + 1])) return undefined;
  return { value: { is: 'date', day: number.value, month: null, year: null, weekday }, next: at + 1 };
}

const isDateLink = (piece?: Piece) =>
  piece?.is === 'stop' || piece?.is === 'filler' || (piece?.is === 'unit' && piece.unit === 'day');
