const DAY_MS = 86_400_000;

/** A day as its number since 1 January 1970. Whole numbers, because Temporal's dates take a hundred times as long. */
export type DayNumber = number;

/** The day of a date; a month or a day too many runs over into the next, day 0 is the last of the month before. */
export const dayNumber = (year: number, month: number, day: number): DayNumber =>
  Date.UTC(year, month - 1, day) / DAY_MS;

/** The day at an instant in UTC, in milliseconds. */
export const dayAt = (ms: number): DayNumber => Math.floor(ms / DAY_MS);

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The year, the month (1 for January) and the day of the month. */
export function dateOf(day: DayNumber) {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The day of a month, or null where the month has no such day. */
export function dayIn(year: number, month: number, day: number): DayNumber | null {
  const last = dayNumber(year, month + 1, 0);
  const named = dayNumber(year, month, day);
  return named > last ? null : named;
}

/** The same day some months later, or the last of a month that is shorter. */
export function monthsLater(day: DayNumber, months: number): DayNumber {
  const { year, month, day: ofMonth } = dateOf(day);
  return Math.min(dayNumber(year, month + months, ofMonth), dayNumber(year, month + months + 1, 0));
}
