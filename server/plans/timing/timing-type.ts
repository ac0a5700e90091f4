import { isExact, type Span } from './units.ts';

/** Where in a week, month, quarter or year; `whole` when nothing was said. */
export type Part = 'start' | 'middle' | 'late' | 'end' | 'whole';
/** What may be early, late or over. */
export type PeriodUnit = 'week' | 'month' | 'quarter' | 'year';

/**
 * Which day is meant.
 * - `span`: that long after the base.
 * - `weekday`: the first of some weekdays (1 = Monday to 7 = Sunday) after the base day; with `from`, on or after the
 *   day that far ahead; with `week`, in the calendar week (from Monday) that many weeks ahead.
 * - `nth-weekday`: the first (1) to fourth, or the last (-1), of a month, or of the month that lies `ahead`.
 * - `date`: a day of a month; without a year or a month the next such day, the base day included; with a `weekday` only
 *   if it is one.
 * - `period`: in the calendar week, month, quarter or year that lies `ahead` (null: this one or the next), or in the
 *   ISO week, month or quarter of that number (1 for January, or for the first quarter).
 */
export type Day =
  | { is: 'span'; span: Span }
  | { is: 'weekday'; weekdays: readonly number[]; from?: Span; week?: number }
  | { is: 'nth-weekday'; weekday: number; nth: number; month: number; year: number | null }
  | { is: 'nth-weekday'; weekday: number; nth: number; ahead: number | null }
  | { is: 'date'; day: number; month: number | null; year: number | null; weekday?: number }
  | { is: 'period'; of: PeriodUnit; part: Part; ahead: number | null }
  | { is: 'period'; of: 'week' | 'month' | 'quarter'; part: Part; number: number; year: number | null };

/**
 * A time of day, in minutes after midnight. `until`: what was said lasts until then ("morning": 09:00, until 12:00).
 * `isRange`: an end was named too. `zone`: the IANA zone that was named with it.
 */
export type Clock = { minutes: number; until: number; isRange?: boolean; zone?: string };

/** What a timing text means, before any calendar is involved. */
export type Timing = {
  /** Null when only a time of day was said: its next occurrence. */
  day: Day | null;
  /** Days to add to that day: -1 for "before Thursday". */
  shift: number;
  /** Null keeps the base's time of day. */
  clock: Clock | null;
  /** True when a time of day, hours, minutes or "right now" was meant; false when only a day was. */
  keepsHour: boolean;
};

/** A timing from its parts. */
export function timingFrom(day: Day | null, clock: Clock | null = null, shift = 0): Timing {
  const keepsHour = clock !== null || (day?.is === 'span' && isExact(day.span));
  return { day, shift, clock, keepsHour };
}
