import { type DayNumber, dateOf, dayNumber, weekdayOf } from './day-number.ts';
import type { Day, Part, PeriodUnit } from './timing-type.ts';

type Period = Extract<Day, { is: 'period' }>;
type Numbered = Extract<Period, { number: number }>;

/** How many days into a period its parts are; from its last day where there is none. */
const INTO: Record<PeriodUnit, Record<Part, number | null>> = {
  week: { whole: 0, start: 0, middle: 2, late: 3, end: 4 },
  month: { whole: 0, start: 0, middle: 14, late: 24, end: null },
  quarter: { whole: 0, start: 0, middle: 44, late: 74, end: null },
  year: { whole: 0, start: 0, middle: 181, late: 318, end: null },
};
const MONTHS = { month: 1, quarter: 3, year: 12 };

/** The day that stands for a part of a period; "this week" is its Friday, and today when that has passed. */
export function periodDay(today: DayNumber, period: Period): DayNumber | null {
  if ('number' in period) return numberedDay(today, period);
  const { of, part, ahead } = period;
  const first = firstDay(today, of, ahead ?? 0);
  const day = within(today, first, firstDay(today, of, (ahead ?? 0) + 1), of, part);
  if (day !== null) return day;
  if (ahead === null) return within(today, firstDay(today, of, 1), firstDay(today, of, 2), of, part);
  // "This week" on a Sunday, "early this month" on its last day.
  return ahead === 0 ? today : null;
}

/** "Q2" of this year, or when that has passed of the next; with a year, only that one. */
function numberedDay(today: DayNumber, { of, number, year, part }: Numbered): DayNumber | null {
  const thisYear = dateOf(today).year;
  for (const candidate of year === null ? [thisYear, thisYear + 1] : [year]) {
    const day = within(today, startOf(candidate, of, number), startOf(candidate, of, number + 1), of, part);
    if (day !== null) return day;
  }
  return null;
}

/** The first day of an ISO week, a month or a quarter of a year; 4 January is always in the first week. */
function startOf(year: number, of: Numbered['of'], number: number): DayNumber {
  if (of === 'week') return firstDay(dayNumber(year, 1, 4), 'week', number - 1);
  return dayNumber(year, of === 'quarter' ? number * 3 - 2 : number, 1);
}

/** A day in the period from `first` to before `next`; null when that has passed. */
function within(
  today: DayNumber,
  first: DayNumber,
  next: DayNumber,
  of: PeriodUnit,
  part: Part,
): DayNumber | null {
  // What is going on already is meant as a deadline.
  const into = INTO[of][part === 'whole' && first <= today ? 'end' : part];
  const day = into === null ? next - 1 : first + into;
  if (day >= today) return day;
  return part === 'whole' && next > today ? today : null;
}

/** The first day of the week, month, quarter or year that lies so many ahead of the one with this day. */
function firstDay(day: DayNumber, of: PeriodUnit, ahead: number): DayNumber {
  if (of === 'week') return day - weekdayOf(day) + 1 + 7 * ahead;
  const { year, month } = dateOf(day);
  const begins = month - ((month - 1) % MONTHS[of]);
  return dayNumber(year, begins + ahead * MONTHS[of], 1);
}
