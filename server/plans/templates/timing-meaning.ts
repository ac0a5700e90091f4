import { type Anchor, anchorOf, eventOf, parseTiming, type Span } from '../timing.ts';

/**
 * What a timing text means in a template. `days`: how many after `from`; null where the calendar decides, as in "on
 * Friday". A month counts as 30 days here.
 */
export type TimingMeaning = { from: Anchor; days: number | null };

/** Null when the words are not understood, and when there are none. */
export function timingMeaning(words: string): TimingMeaning | null {
  const timing = parseTiming(words);
  if (timing) {
    const days = timing.day?.is === 'span' ? daysIn(timing.day.span) : null;
    return { from: anchorOf(words), days: days === null ? null : days + timing.shift };
  }
  // "After the demo" is the day after it (plans/wish.ts).
  const event = eventOf(words);
  return event && { from: event, days: 1 };
}

function daysIn({ amount, unit }: Span): number | null {
  const days = { day: 1, week: 7, month: 30 };
  return unit === 'day' || unit === 'week' || unit === 'month' ? amount * days[unit] : null;
}
