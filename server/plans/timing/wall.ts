import type { Temporal } from 'temporal-polyfill';
import { inZone } from '../../time/wall-time.ts';
import { type DayNumber, dayAt } from './day-number.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAY_MINUTES = 1440;

/** An instant in milliseconds, its day on the wall, and its wall time where clocks change; null in UTC, where none do. */
export type Wall = { now: number; today: DayNumber; time: Temporal.ZonedDateTime | null };

/** Where a date stands on the wall clock of an IANA zone. @throws RangeError when there is no such zone or date */
export function wallOf(base: Date, timeZone: string): Wall {
  const now = base.getTime();
  if (timeZone === 'UTC') return { now, today: dayAt(now), time: null };
  const time = inZone(base, timeZone);
  return { now, today: dayAt(now + time.offsetNanoseconds / 1e6), time };
}

/** The instant of the same wall time some days later; one that the clocks skip moves forward by the gap. */
export function sameTime({ now, time }: Wall, days: number): number {
  // "This week" on its Friday is now, also in an hour that exists twice.
  return time && days > 0 ? time.add({ days }).epochMilliseconds : now + days * DAY_MS;
}

/** The instant of a time of day, in minutes after midnight (1440 is the next one), some days later. */
export function timeOn({ today, time }: Wall, days: number, minutes: number): number {
  if (!time) return (today + days) * DAY_MS + minutes * MINUTE_MS;
  const date = time.toPlainDate().add({ days: days + Math.floor(minutes / DAY_MINUTES) });
  const plainTime = { hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 };
  return date.toZonedDateTime({ timeZone: time.timeZoneId, plainTime }).epochMilliseconds;
}
