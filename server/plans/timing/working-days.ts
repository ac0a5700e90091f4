import { Temporal } from 'temporal-polyfill';
import { type DayNumber, dateOf, weekdayOf } from './day-number.ts';

/** What is a working day, and whether spans in days are meant in them. */
export type DayOptions = {
  /** The days that business days are counted with; Monday to Friday unless given. */
  isWorkingDay?: (day: Temporal.PlainDate) => boolean;
  /** Counts "3 days" in working days as well. */
  countWorkingDays?: boolean;
};

/** No absence and no row of holidays is longer: a calendar without any working day ends the search. */
const LONGEST_SEARCH = 800;

/** How many days later `amount` working days are over, the first day not counted; null when that is too far away. */
export function workingDaysLater(
  today: DayNumber,
  amount: number,
  { isWorkingDay }: DayOptions,
): number | null {
  let left = amount;
  let days = 0;
  while (left > 0 && days < LONGEST_SEARCH) {
    days++;
    if (isWorkingDay ? isWorkingDay(plainDate(today + days)) : weekdayOf(today + days) <= 5) left--;
  }
  return left > 0 ? null : days;
}

function plainDate(number: DayNumber): Temporal.PlainDate {
  const { year, month, day } = dateOf(number);
  return new Temporal.PlainDate(year, month, day);
}
