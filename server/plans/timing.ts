import { Temporal } from 'temporal-polyfill';
import { readPieces } from './timing/grammar.ts';
import { tokenize } from './timing/tokenize.ts';
import type { Timing } from './timing/units.ts';
import { vocabularyFor } from './timing/vocabulary.ts';

export type { Timing, Unit } from './timing/units.ts';

/**
 * Reads a timing as people and models write it ("Day 3", "two weeks after the demo", "через 3 дня").
 * @param language a tag such as "de" or "pt-BR"; only decides between words that exist in two languages
 * @returns null when the text is not understood, never a guess: the caller then falls back, visibly
 */
export function parseTiming(text: string, language?: string): Timing | null {
  return readPieces(tokenize(text, vocabularyFor(language)));
}

/**
 * The instant a timing text names, counted from `base`; never before `base`.
 * Days, weeks and months keep the wall time in `timeZone` (an IANA name, UTC unless given); a wall time that the
 * clocks skip moves forward by the gap. Hours and minutes are exact. Business days are Monday to Friday.
 * @returns null when the text is not understood, or `base` or `timeZone` is no valid date or zone
 */
export function dueFromTiming(
  text: string,
  base: Date,
  options: { timeZone?: string; language?: string } = {},
): Date | null {
  const timing = parseTiming(text, options.language);
  return timing && addTiming(timing, base, options.timeZone ?? 'UTC');
}

/** `base` plus a timing, as dueFromTiming adds it; null for an invalid date or zone. */
function addTiming(timing: Timing, base: Date, timeZone: string): Date | null {
  try {
    const start = Temporal.Instant.fromEpochMilliseconds(base.getTime()).toZonedDateTimeISO(timeZone);
    const due = timing.amount === 0 ? start : start.add(durationFrom(start, timing));
    const date = new Date(due.epochMilliseconds);
    return Number.isNaN(date.getTime()) ? null : date;
  } catch (error) {
    // How Temporal answers an invalid date, an unknown zone and the end of its calendar.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function durationFrom(start: Temporal.ZonedDateTime, { amount, unit }: Timing): Temporal.DurationLike {
  switch (unit) {
    case 'minute':
      return { minutes: amount };
    case 'hour':
      return { hours: amount };
    case 'day':
      return { days: amount };
    case 'week':
      return { weeks: amount };
    case 'month':
      return { months: amount };
    case 'business-day':
      return { days: businessDays(start.dayOfWeek, amount) };
  }
}

/** Calendar days that `amount` (1 or more) business days take from a weekday, 1 = Monday to 7 = Sunday. */
function businessDays(weekday: number, amount: number): number {
  const sinceFriday = Math.max(0, weekday - 5);
  const lastWorkday = weekday - sinceFriday;
  const rest = amount % 5;
  const weekend = lastWorkday + rest > 5 ? 2 : 0;
  return Math.floor(amount / 5) * 7 + rest + weekend - sinceFriday;
}
