import { daysUntil } from './calendar.ts';
import type { Clock, Timing } from './timing-type.ts';
import { sameTime, timeOn, type Wall } from './wall.ts';
import type { DayOptions } from './working-days.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The instant that a timing names, in milliseconds, counted from now; null when there is none or it has passed. */
export function addTiming(wall: Wall, { day, clock, shift }: Timing, options: DayOptions): number | null {
  if (day?.is === 'span' && day.span.unit === 'minute') return wall.now + day.span.amount * MINUTE_MS;
  if (day?.is === 'span' && day.span.unit === 'hour') return wall.now + day.span.amount * HOUR_MS;
  const named = day ? daysUntil(wall.today, day, options) : 0;
  if (named === null || named < 0 || named + shift < 0) return null;
  const days = named + shift;
  return clock ? atClock(wall, days, clock, day === null) : sameTime(wall, days);
}

/**
 * A time of day some days later. What is over by then is not to be had, what has begun is now; where no day was named
 * (`isNext`), tomorrow will do.
 */
function atClock(wall: Wall, days: number, { minutes, until }: Clock, isNext: boolean): number | null {
  const time = timeOn(wall, days, minutes);
  if (time >= wall.now) return time;
  if (timeOn(wall, days, until) > wall.now) return wall.now;
  return isNext ? timeOn(wall, 1, minutes) : null;
}
