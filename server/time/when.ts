import { Temporal } from 'temporal-polyfill';
import { inZone, toLocal } from './wall-time.ts';

/** A due date as a person reads it, in that person's time zone. */
export type DueView = {
  /** The instant, ISO 8601 in UTC. */
  at: string;
  /** "Thu 5 Feb, 09:00" */
  words: string;
  /** As short as a chip: "2 days late", "11:00" (today), "Thu 5", "Mon 9 Mar". */
  short: string;
  tone: 'late' | 'today' | 'later';
  /** Wall time in the person's zone, "2026-02-05T09:00": the value of a datetime-local input. */
  local: string;
};

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
type Time = Temporal.ZonedDateTime;

/** How a due instant reads to a person in `timeZone` at `now`; late means the day has passed, not the minute. */
export function dueView(due: Date, now: Date, timeZone: string): DueView {
  const time = inZone(due, timeZone);
  const today = inZone(now, timeZone);
  const daysAhead = today.toPlainDate().until(time.toPlainDate(), { largestUnit: 'day' }).days;
  const tone = daysAhead < 0 ? 'late' : daysAhead === 0 ? 'today' : 'later';
  return {
    at: due.toISOString(),
    words: `${day(time, today)}, ${clock(time)}`,
    short: tone === 'late' ? lateWords(-daysAhead) : tone === 'today' ? clock(time) : shortDay(time, today),
    tone,
    local: toLocal(time),
  };
}

/** "Thu 5 Feb, 09:00", with the year when it is not this one. */
export function momentWords(at: Date, now: Date, timeZone: string): string {
  return dueView(at, now, timeZone).words;
}

/** "Thu 5 Feb" */
export function dayWords(at: Date, now: Date, timeZone: string): string {
  return day(inZone(at, timeZone), inZone(now, timeZone));
}

/** "Wed 21", with the month where it could be mistaken. */
export function shortDayWords(at: Date, now: Date, timeZone: string): string {
  return shortDay(inZone(at, timeZone), inZone(now, timeZone));
}

/** "Tuesday, 3 February" */
export function longDayWords(at: Date, timeZone: string): string {
  const time = inZone(at, timeZone);
  return `${weekdays[time.dayOfWeek - 1]}, ${time.day} ${months[time.month - 1]}`;
}

/** "09:00" */
export function clockWords(at: Date, timeZone: string): string {
  return clock(inZone(at, timeZone));
}

/** The instants at which the day of `now` begins and ends in `timeZone`, and the end of the seventh day after it. */
export function dayBounds(now: Date, timeZone: string): { start: Date; end: Date; weekEnd: Date } {
  const start = inZone(now, timeZone).startOfDay();
  const instant = (days: number) => new Date(start.add({ days }).startOfDay().epochMilliseconds);
  return { start: instant(0), end: instant(1), weekEnd: instant(8) };
}

const lateWords = (days: number) => (days === 1 ? '1 day late' : `${days} days late`);
const clock = (time: Time) => time.toPlainTime().toString({ smallestUnit: 'minute' });
const weekday = (time: Time) => weekdays[time.dayOfWeek - 1]?.slice(0, 3);
const month = (time: Time) => months[time.month - 1]?.slice(0, 3);

function day(time: Time, today: Time): string {
  const year = time.year === today.year ? '' : ` ${time.year}`;
  return `${weekday(time)} ${time.day} ${month(time)}${year}`;
}

/** The month is left out where it cannot be mistaken: within the next three weeks. */
function shortDay(time: Time, today: Time): string {
  const near = Temporal.PlainDate.compare(time.toPlainDate(), today.toPlainDate().add({ weeks: 3 })) < 0;
  return near ? `${weekday(time)} ${time.day}` : day(time, today);
}
