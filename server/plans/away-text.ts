import { Temporal } from 'temporal-polyfill';
import { inZone } from '../time/wall-time.ts';
import type { Period } from './around-away.ts';
import { readDay, type Said, type WrittenDay } from './away-day.ts';
import { type PeriodProblem, periodProblem, toDay } from './away-period.ts';

export type ReadAway = { ok: true; period: Period } | { ok: false; reason: 'not-understood' | PeriodProblem };

/** Nobody writes more about two days. */
const maxLength = 100;
/** Without years, an end that would be this many days after its start was meant to be before it: "14-1 Aug". */
const longestGuess = 183;

const begins = /^(?:from|vom|von|ab|desde|del|de|com?|с|со) /u;
const ends = /^(?:(?:until|till|through|up to|bis(?: zum)?|hasta(?: el)?|até|до|по) )/u;
const between = / ?[–—] ?| (?:to|until|till|through|bis(?: zum)?|hasta(?: el)?|até|al?|ao?|до|по) | ?- ?/gu;

/**
 * When somebody is away, as they write it: "1-14 Aug", "1.8.-14.8.", "2026-08-01 to 2026-08-14", "until 14 Aug",
 * "tomorrow until Friday", "с 1 по 14 августа"; one day alone is that day. A day without a year is the next one that is
 * not over.
 */
export function readAway(text: string, said: Said): ReadAway {
  const today = inZone(said.now, said.person.timeZone).toPlainDate();
  const words = text
    .slice(0, maxLength + 1)
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(begins, '');
  const days = words.length > maxLength ? null : readEnds(words, today, said);
  const period = days && toPeriod(days, today);
  if (!period) return { ok: false, reason: 'not-understood' };
  const reason = periodProblem(period, today);
  return reason ? { ok: false, reason } : { ok: true, period };
}

type Ends = { first: WrittenDay; last: WrittenDay };

/** Where the first and the last day are told apart, is where both are understood. */
function readEnds(words: string, today: Temporal.PlainDate, said: Said): Ends | null {
  if (ends.test(words)) {
    const last = readDay(words.replace(ends, ''), said);
    return last && { first: { date: today }, last };
  }
  for (const { index, 0: mark } of words.matchAll(between)) {
    const last = readDay(words.slice(index + mark.length), said);
    const first = last && readDay(words.slice(0, index), said);
    if (first && last) return { first, last };
  }
  const only = readDay(words, said);
  return only && { first: only, last: only };
}

/** A day without a month has the other one's; the last of two weekdays comes after the first. */
function toPeriod({ first, last }: Ends, today: Temporal.PlainDate): Period | null {
  const isOver = (date: Temporal.PlainDate) => Temporal.PlainDate.compare(date, today) < 0;
  const end = toDate(last, first, today.year);
  const until = end && isOver(end) && isGuess(last, first) ? toDate(last, first, today.year + 1) : end;
  const from = until && toDate(first, { date: until }, until.year);
  if (!from) return null;
  if (Temporal.PlainDate.compare(from, until) <= 0) return asPeriod(from, until);
  if ('date' in last && last.weekday) return asPeriod(from, until.add({ weeks: 1 }));
  const before = from.subtract({ years: 1 });
  const isBefore = isGuess(first, null) && until.since(before).total('days') < longestGuess;
  return asPeriod(isBefore ? before : from, until);
}

const asPeriod = (from: Temporal.PlainDate, until: Temporal.PlainDate): Period => ({
  from: from.toString(),
  until: until.toString(),
});

/** Neither end says the year. */
const isGuess = (written: WrittenDay, other: WrittenDay | null) =>
  [written, other].every((one) => one === null || ('date' in one ? one !== written : one.year === null));

/** The date that is written, in `year` if neither end says another; null when there is none, or no month. */
function toDate(written: WrittenDay, other: WrittenDay, year: number): Temporal.PlainDate | null {
  if ('date' in written) return written.date;
  const near = 'date' in other ? { month: other.date.month, year: null } : other;
  const month = written.month ?? near.month;
  if (month === null) return null;
  const numbers = [written.year ?? near.year ?? year, month, written.day];
  return toDay(numbers.map((number) => String(number).padStart(2, '0')).join('-'));
}
