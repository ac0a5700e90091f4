import { Temporal } from 'temporal-polyfill';
import { holidayOn } from './holidays.ts';
import type { PersonTime } from './person.ts';

type Time = Temporal.ZonedDateTime;

/** No absence and no row of holidays is longer; a calendar without any working day ends here. */
const longestSearch = 800;

/** Why nothing is to be done on this day; null on a working day. `name` says which holiday. */
export type DayOff = { why: 'weekend' | 'holiday' | 'away'; name: string };

/** The reason a day is not a working day of this person, the strongest first: away, a public holiday, their weekend. */
export function dayOff(day: Temporal.PlainDate, person: PersonTime): DayOff | null {
  const { away, holidays, workingDays } = person;
  const iso = day.toString();
  if (away && iso >= away.from && iso <= away.until) return { why: 'away', name: '' };
  const holiday = holidays && holidayOn(holidays, day);
  if (holiday) return { why: 'holiday', name: holiday };
  return workingDays.includes(day.dayOfWeek) ? null : { why: 'weekend', name: '' };
}

/** True on a day on which this person works. */
export const isWorkingDay = (day: Temporal.PlainDate, person: PersonTime) => dayOff(day, person) === null;

/** True when a message may be sent at this wall time without being rude. */
export function isInWindow(time: Time, person: PersonTime): boolean {
  const minutes = time.hour * 60 + time.minute;
  const inHours = minutes >= person.opens * 60 && minutes <= person.closes * 60;
  return inHours && isWorkingDay(time.toPlainDate(), person);
}

/** The same wall time on this day when it is a working day, otherwise on the next one: 09:00 stays 09:00. */
export function rollToWorkingDay(time: Time, person: PersonTime): Time {
  let day = time;
  for (let days = 0; days < longestSearch && !isWorkingDay(day.toPlainDate(), person); days++)
    day = day.add({ days: 1 });
  return day;
}

/** The same wall time `count` working days later; the day itself does not count. */
export function addWorkingDays(time: Time, count: number, person: PersonTime): Time {
  let day = time;
  for (let left = count; left > 0; left--) day = rollToWorkingDay(day.add({ days: 1 }), person);
  return day;
}

/** How many working days lie after the day of `from`, up to and with the day of `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Time, to: Time, person: PersonTime): number {
  let count = 0;
  const last = to.toPlainDate();
  let day = from.toPlainDate().add({ days: 1 });
  for (let days = 0; days < longestSearch && Temporal.PlainDate.compare(day, last) <= 0; days++) {
    if (isWorkingDay(day, person)) count++;
    day = day.add({ days: 1 });
  }
  return count;
}

/** The time itself inside the window, otherwise the reminder hour of the next day that still has one ahead. */
export function moveIntoWindow(time: Time, person: PersonTime): Time {
  if (isInWindow(time, person)) return time;
  const stillAhead = time.epochMilliseconds <= atReminderHour(time, person).epochMilliseconds;
  return atReminderHour(rollToWorkingDay(stillAhead ? time : time.add({ days: 1 }), person), person);
}

/** When the next window after `time` begins for a reminder: the reminder hour of the next working day. */
export function nextWindow(time: Time, person: PersonTime): Time {
  return atReminderHour(rollToWorkingDay(time.add({ days: 1 }), person), person);
}

/** That day at the person's reminder hour. */
export function atReminderHour(day: Time, person: PersonTime): Time {
  return day.withPlainTime({ hour: person.reminderHour });
}
