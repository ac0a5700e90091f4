import { type DayNumber, dateOf, dayIn, monthsLater, weekdayOf } from './day-number.ts';
import { nthWeekdayDay } from './nth-weekday-day.ts';
import { periodDay } from './period-day.ts';
import type { Day } from './timing-type.ts';
import type { Span } from './units.ts';
import { type DayOptions, workingDaysLater } from './working-days.ts';

/** In how many days from today the day is that a timing names, negative when it has passed; null when there is none. */
export function daysUntil(today: DayNumber, day: Day, options: DayOptions): number | null {
  if (day.is === 'span') return daysOf(today, day.span, options);
  if (day.is === 'weekday') return daysUntilWeekday(today, day, options);
  const named = dayNamed(today, day);
  return named === null ? null : named - today;
}

function dayNamed(
  today: DayNumber,
  day: Extract<Day, { is: 'date' | 'nth-weekday' | 'period' }>,
): DayNumber | null {
  if (day.is === 'date') return dateDay(today, day);
  return day.is === 'nth-weekday' ? nthWeekdayDay(today, day) : periodDay(today, day);
}

function daysOf(today: DayNumber, { amount, unit }: Span, options: DayOptions): number | null {
  if (unit === 'week') return amount * 7;
  if (unit === 'month') return monthsLater(today, amount) - today;
  if (unit === 'business-day' || (unit === 'day' && options.countWorkingDays))
    return workingDaysLater(today, amount, options);
  return unit === 'day' ? amount : 0;
}

/** The first of some weekdays after today: in a calendar week, from a day on, or simply the next one. */
function daysUntilWeekday(
  today: DayNumber,
  { weekdays, week, from }: Extract<Day, { is: 'weekday' }>,
  options: DayOptions,
): number | null {
  const ahead =
    week === undefined ? (from ? daysOf(today, from, options) : 1) : 7 * week - weekdayOf(today) + 1;
  if (ahead === null) return null;
  const first = Math.max(ahead, 1);
  const firstWeekday = weekdayOf(today + first);
  return first + Math.min(...weekdays.map((weekday) => (weekday - firstWeekday + 7) % 7));
}

function dateDay(
  today: DayNumber,
  { day, month, year, weekday }: Extract<Day, { is: 'date' }>,
): DayNumber | null {
  if (month === null) return dayOfMonth(today, day, weekday);
  if (year !== null) return dayIn(year, month, day);
  // "March 3rd" is this year's, or when that has passed the next year's.
  const thisYear = dateOf(today).year;
  const named = dayIn(thisYear, month, day);
  return named !== null && named >= today ? named : dayIn(thisYear + 1, month, day);
}

/** "The 15th": of this month, else of the next one that has such a day; "Friday the 13th" only where it is one. */
function dayOfMonth(today: DayNumber, day: number, weekday?: number): DayNumber | null {
  const { year, month } = dateOf(today);
  for (let months = 0; months < 3; months++) {
    const named = dayIn(year, month + months, day);
    if (named === null || named < today) continue;
    return weekday === undefined || weekdayOf(named) === weekday ? named : null;
  }
  return null;
}
