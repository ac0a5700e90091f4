import {
  type Anchor,
  anchorOf,
  dueFromTiming,
  type EventName,
  eventOf,
  eventOffset,
  parseTiming,
} from '../timing.ts';
import type { StepTiming } from '../wish.ts';

/** Days and words may differ by so much: a weekend lies between, or the day is about to end. */
const tolerance = 1;
const dayMs = 24 * 60 * 60_000;

/** How days and words of a step go together; see DraftReport. */
export type Agreement = 'understood' | 'daysOnly' | 'contradicting';

/** What a model said about when. `anchor`: null where it was not asked what the days count from: its words tell. */
type Said = { anchor: Anchor | null; delay_days: number; timing: string };

/** Where a step lies: so many days after the start, or after an event. */
export type Place = { from: 'start' | EventName; days: number };

/** `before`: the place of the step before it; null where there is none to count from. */
type Counting = { before: Place | null; now: Date; timeZone: string };

export type Timed = { when: StepTiming; place: Place; agreement: Agreement };

/**
 * When a step comes, from what a model said: in words after its event or after the step before, so that it waits for
 * them; everything else in days from the start. A step after one of an event is one of that event too. Where words and
 * days contradict each other the days count, and words that are not true, or not understood, are left out. Pure.
 */
export function readTiming(said: Said, { before, now, timeZone }: Counting): Timed {
  const { delay_days: days, timing } = said;
  const anchor = said.anchor ?? eventOffset(timing) ?? 'start';
  if (anchor === 'previous' && before !== null) {
    if (before.from !== 'start') return afterEventStep(timing, days, { ...before, from: before.from });
    if (days > before.days) return afterPrevious(timing, days, days - before.days);
  }
  if (anchor !== 'start' && anchor !== 'previous') return afterEvent(timing, { from: anchor, days });
  const place: Place = { from: 'start', days };
  const due = daysOf(timing, now, timeZone);
  const agreement = due !== null && anchorOf(timing) !== 'start' ? 'contradicting' : compare(due, days);
  return { when: { delayDays: days, timing: agreement === 'understood' ? timing : '' }, place, agreement };
}

function afterPrevious(timing: string, days: number, since: number): Timed {
  const agreement = compare(sincePrevious(timing), since);
  const counted = `${inDays(since)} after the previous step`;
  const when = inWords(agreement === 'understood' ? timing : counted);
  return { when, place: { from: 'start', days }, agreement };
}

/** `days`: after the step before, which is so many days after the event itself. */
function afterEventStep(timing: string, days: number, before: Place & { from: EventName }): Timed {
  if (eventOf(timing) === before.from) return afterEvent(timing, { from: before.from, days });
  const place = { from: before.from, days: before.days + days };
  return { when: countedFrom(place), place, agreement: compare(sincePrevious(timing), days) };
}

type OfEvent = Place & { from: EventName };

function afterEvent(timing: string, place: OfEvent): Timed {
  const { from, days } = place;
  const named = eventOf(timing);
  if (named !== from) {
    const agreement = named === null ? 'daysOnly' : 'contradicting';
    return { when: countedFrom(place), place, agreement };
  }
  const day = parseTiming(timing)?.day;
  // "Friday after the demo": how long that is nobody knows yet.
  if (day && day.is !== 'span') return { when: inWords(timing), place, agreement: 'understood' };
  const said = day ? daysOf(timing, new Date(0)) : null;
  // "After the demo" is the day after it (plans/wish.ts), and contradicts no number of days.
  const holds = compare(said ?? 1, days) === 'understood';
  const agreement = said === null ? 'understood' : compare(said, days);
  return { when: holds ? inWords(timing) : countedFrom(place), place, agreement };
}

function compare(said: number | null, days: number): Agreement {
  if (said === null) return 'daysOnly';
  return Math.abs(said - days) <= tolerance ? 'understood' : 'contradicting';
}

const inWords = (timing: string): StepTiming => ({ delayDays: null, timing });
const inDays = (days: number) => (days > 1 ? `${days} days` : '1 day');
const countedFrom = ({ from, days }: OfEvent) => inWords(`${inDays(days)} after the ${from}`);
const sincePrevious = (timing: string) =>
  anchorOf(timing) === 'previous' ? daysOf(timing, new Date(0)) : null;

/** Null for words that are not understood. */
function daysOf(timing: string, base: Date, timeZone = 'UTC'): number | null {
  const due = dueFromTiming(timing, base, { timeZone });
  return due && Math.round((due.getTime() - base.getTime()) / dayMs);
}
