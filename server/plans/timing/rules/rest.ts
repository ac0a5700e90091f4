import { afterFillers, type Found, leads, type Pieces, trails } from '../neighbours.ts';
import type { Piece } from '../pieces.ts';
import { type Clock, type Day, type Timing, timingFrom } from '../timing-type.ts';
import type { Span } from '../units.ts';
import { clockBehind } from './clock.ts';
import { calendarDay } from './day.ts';

/**
 * A delay with what may follow it: a time of day ("in 3 days at 10"), a weekday ("in two weeks on Friday"), or the day
 * that it is counted from ("a week from Friday"). `at`: where the delay begins.
 */
export function withRest(pieces: Pieces, at: number, delay: Found<Day>, early: Clock | null): Timing | null {
  const { value: day } = delay;
  // "3 days later at 10".
  const next = isLater(pieces[delay.next]) ? delay.next + 1 : delay.next;
  if (day.is !== 'span') return timingFrom(day, early ?? clockBehind(pieces, next)?.value ?? null);
  const { unit } = day.span;
  const counted = countedFrom(pieces, delay.next, day.span);
  if (counted !== undefined) return counted;
  if (unit === 'hour' || unit === 'minute') return timingFrom(day);
  if (unit === 'week' || unit === 'month') {
    const weekly = withWeekday(pieces, next, day.span, isOrdinalAt(pieces[at]));
    if (weekly !== undefined) return weekly;
  }
  return timingFrom(day, early ?? clockBehind(pieces, next)?.value ?? null);
}

const isLater = (piece?: Piece) => trails(piece) && piece?.is === 'delay' && !piece.takesEvent;

/** "Week 2", "the second week", unlike "in 2 weeks". */
const isOrdinalAt = (piece?: Piece) =>
  piece?.is === 'unit' || (piece?.is === 'number' && Boolean(piece.ordinal));

/** "2 days after March 3", "a week from Friday"; what counts from anything else that says when is not understood. */
function countedFrom(pieces: Pieces, next: number, { amount, unit }: Span): Timing | null | undefined {
  const piece = pieces[next];
  if (piece?.is !== 'delay' || !piece.takesEvent) return undefined;
  const day = calendarDay(pieces, afterFillers(pieces, next + 1));
  if (!day) return undefined;
  if (unit !== 'day' && unit !== 'week') return null;
  const time = clockBehind(pieces, day.next)?.value ?? null;
  return timingFrom(day.value, time, amount * (unit === 'week' ? 7 : 1));
}

/** A weekday says which day of the week ahead; one that stands elsewhere leaves it open which day is meant. */
function withWeekday(
  pieces: Pieces,
  next: number,
  span: Span,
  isOrdinal: boolean,
): Timing | null | undefined {
  let at = next;
  while (at < next + 4 && isLink(pieces, at)) at++;
  const named = pieces[at]?.is === 'weekday' ? calendarDay(pieces, at) : undefined;
  if (named?.value.is === 'weekday' && span.unit === 'week') {
    const { weekdays } = named.value;
    const day: Day = isOrdinal
      ? { is: 'weekday', weekdays, from: span }
      : { is: 'weekday', weekdays, week: span.amount };
    return timingFrom(day, clockBehind(pieces, named.next)?.value ?? null);
  }
  return pieces.some(({ is }) => is === 'weekday') ? null : undefined;
}

const isLink = (pieces: Pieces, at: number) =>
  ['stop', 'filler', 'on', 'dash'].includes(pieces[at]?.is ?? '') || leads(pieces[at]) || trails(pieces[at]);
