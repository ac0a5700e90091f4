import { addTiming } from './timing/due.ts';
import { readPieces } from './timing/grammar.ts';
import type { Timing } from './timing/timing-type.ts';
import { tokenize } from './timing/tokenize.ts';
import { vocabularyFor } from './timing/vocabulary.ts';
import { wallOf } from './timing/wall.ts';
import type { DayOptions } from './timing/working-days.ts';

export { type Anchor, anchorOf, eventOf } from './timing/anchor.ts';
export { type EventName, eventNames } from './timing/event-name.ts';
export { eventOffset } from './timing/event-offset.ts';
export type { Clock, Day, Timing } from './timing/timing-type.ts';
export type { Span, Unit } from './timing/units.ts';

/** Where a timing meets the calendar: the person's IANA zone (UTC unless given) and working days. */
export type DueOptions = DayOptions & { timeZone?: string };

/**
 * Reads a timing as people and models write it ("Day 3", "two weeks after the demo", "Friday at 10", "через 3 дня").
 * @param language a tag such as "de" or "pt-BR"; only decides between words that exist in two languages, and whether
 *   "3/4" is in March or in April
 * @returns null when the text is not understood, never a guess: the caller then falls back, visibly
 */
export function parseTiming(text: string, language?: string): Timing | null {
  return readPieces(tokenize(text, vocabularyFor(language)));
}

/**
 * The instant a timing text names, counted from `base`; never before `base`.
 * Days, weeks and months keep the wall time in `timeZone`; a wall time that the clocks skip moves forward by the gap.
 * Hours and minutes are exact. A weekday is the next one after the day of `base`, a date without a year the next such
 * day.
 * @returns null when the text is not understood or names a day that has passed, when `base` or `timeZone` is no valid
 *   date or zone, or when there are no working days to count
 */
export function dueFromTiming(
  text: string,
  base: Date,
  options: DueOptions & { language?: string } = {},
): Date | null {
  const timing = parseTiming(text, options.language);
  return timing && dueFrom(timing, base, options);
}

/** The same for a timing that is parsed already. */
export function dueFrom(timing: Timing, base: Date, options: DueOptions = {}): Date | null {
  const timeZone = timing.clock?.zone ?? options.timeZone ?? 'UTC';
  try {
    const due = addTiming(wallOf(base, timeZone), timing, options);
    if (due === null || due < base.getTime()) return null;
    const date = new Date(due);
    return Number.isNaN(date.getTime()) ? null : date;
  } catch (error) {
    // How Temporal answers an invalid date, an unknown zone and the end of its calendar.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
