import { type DayNumber, dateOf, dayNumber, weekdayOf } from './day-number.ts';
import type { Day } from './timing-type.ts';

type NthWeekday = Extract<Day, { is: 'nth-weekday' }>;

/** The day of "the first Monday of March": the next there is, in the year or the month that was named; null when over. */
export function nthWeekdayDay(today: DayNumber, named: NthWeekday): DayNumber | null {
  const { year, month } = dateOf(today);
  for (const more of [0, 1]) {
    const day =
      'month' in named
        ? inMonth((named.year ?? year) + (named.year === null ? more : 0), named.month, named)
        : inMonth(year, month + (named.ahead ?? more), named);
    if (day >= today) return day;
  }
  return null;
}

function inMonth(year: number, month: number, { weekday, nth }: NthWeekday): DayNumber {
  // The last is the first of the last seven days.
  const from = nth > 0 ? dayNumber(year, month, 1) : dayNumber(year, month + 1, -6);
  const first = from + ((weekday - weekdayOf(from) + 7) % 7);
  return nth > 0 ? first + 7 * (nth - 1) : first;
}
