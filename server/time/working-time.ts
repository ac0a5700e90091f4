import type { Temporal } from 'temporal-polyfill';
import type { PersonTime } from './wall-time.ts';

const opens = 9;
const closes = 18;

/**
 * The hours in which a reminder may come, 09:00 to 18:00, widened to a reminder hour that the person put outside of
 * it: their own word counts more than our default.
 */
export function workingWindow(person: PersonTime): { opens: number; closes: number } {
  return { opens: Math.min(opens, person.reminderHour), closes: Math.max(closes, person.reminderHour) };
}

/** Monday to Friday. */
export function isWorkingDay(day: Temporal.ZonedDateTime): boolean {
  return day.dayOfWeek <= 5;
}

/** True when a message may be sent at this wall time without being rude. */
export function isInWindow(time: Temporal.ZonedDateTime, person: PersonTime): boolean {
  const window = workingWindow(person);
  const minutes = time.hour * 60 + time.minute;
  return isWorkingDay(time) && minutes >= window.opens * 60 && minutes <= window.closes * 60;
}

/** The same wall time on this day when it is a working day, otherwise on the next one: 09:00 stays 09:00. */
export function rollToWorkingDay(time: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  let day = time;
  while (!isWorkingDay(day)) day = day.add({ days: 1 });
  return day;
}

/** The time itself inside the window, otherwise the reminder hour of the next day that still has one ahead. */
export function moveIntoWindow(time: Temporal.ZonedDateTime, person: PersonTime): Temporal.ZonedDateTime {
  if (isInWindow(time, person)) return time;
  const stillAhead = time.epochMilliseconds <= atReminderHour(time, person).epochMilliseconds;
  return atReminderHour(rollToWorkingDay(stillAhead ? time : time.add({ days: 1 })), person);
}

/** That day at the person's reminder hour. */
export function atReminderHour(day: Temporal.ZonedDateTime, person: PersonTime): Temporal.ZonedDateTime {
  return day.withPlainTime({ hour: person.reminderHour });
}
