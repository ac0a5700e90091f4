import { Temporal } from 'temporal-polyfill';
import type { PersonTime } from '../time/person.ts';
import { inZone } from '../time/wall-time.ts';
import { toDay } from './away-period.ts';
import { months, nearDays, plainWord, weekdays } from './calendar-words.ts';
import { dueFromTiming } from './timing.ts';

/** One end of an absence as it was written: a day of the calendar, perhaps without year or month; or a whole date. */
export type WrittenDay =
  /** `weekday`: the first such day from today on; a week later will do as well. */
  { date: Temporal.PlainDate; weekday?: true } | { day: number; month: number | null; year: number | null };

export type Said = { now: Date; person: PersonTime; language: string | null };

/**
 * Reads one end: "2026-08-01", "1.8.", "14/8/2026" (the day first), "14 Aug", "August 14th, 2026", "14", "Friday" (the
 * next one, or today), "tomorrow", or anything the timing parser reads.
 * @returns null when it is not understood, never a guess
 */
export function readDay(text: string, said: Said): WrittenDay | null {
  return readCalendarDay(text) ?? readNamedDay(text, said);
}

const numeric = /^(\d{1,2})[./](?:(\d{1,2})(?:[./](\d{4})?)?)?$/;
const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)? ?(?:of |de |do |del )?(\p{L}+)\.?(?:,? (?:de )?(\d{4}))?$/u;
const monthFirst = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/u;

function readCalendarDay(text: string): WrittenDay | null {
  const iso = toDay(text);
  if (iso) return { date: iso };
  const [, alone] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text) ?? [];
  if (alone) return written(alone, null);
  const [, numericDay, numericMonth, numericYear] = numeric.exec(text) ?? [];
  if (numericDay) return written(numericDay, numericMonth ? Number(numericMonth) : null, numericYear);
  const [, day, name, year] = dayFirst.exec(text) ?? [];
  const [, nameFirst, dayAfter, yearAfter] = monthFirst.exec(text) ?? [];
  const month = months.get(plainWord(name ?? nameFirst ?? ''));
  return month ? written(day ?? dayAfter ?? '', month, year ?? yearAfter) : null;
}

/** A day that no month has is not understood. */
function written(day: string, month: number | null, year?: string): WrittenDay | null {
  const [number, inMonth] = [Number(day), month ?? 1];
  if (number < 1 || inMonth < 1 || inMonth > 12) return null;
  const most = Temporal.PlainYearMonth.from({ year: year ? Number(year) : 2028, month: inMonth }).daysInMonth;
  return number > most ? null : { day: number, month, year: year ? Number(year) : null };
}

function readNamedDay(text: string, { now, person, language }: Said): WrittenDay | null {
  const today = inZone(now, person.timeZone).toPlainDate();
  const near = nearDays.get(text);
  if (near) return { date: today.add({ days: near - 1 }) };
  const weekday = weekdays.get(plainWord(text));
  if (weekday) return { date: today.add({ days: (weekday - today.dayOfWeek + 7) % 7 }), weekday: true };
  const { timeZone } = person;
  const due = dueFromTiming(text, now, { timeZone, ...(language && { language }) });
  return due && { date: inZone(due, timeZone).toPlainDate() };
}
