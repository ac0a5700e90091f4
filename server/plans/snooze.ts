import type { Temporal } from 'temporal-polyfill';
import type { PersonTime } from '../time/person.ts';
import { inZone, toDate } from '../time/wall-time.ts';
import { atReminderHour, isWorkingDay, moveIntoWindow } from '../time/working-time.ts';
import { dueFrom, parseTiming } from './timing.ts';

type Time = Temporal.ZonedDateTime;

/** What can be chosen without picking a time (cadence contract T7). */
export const snoozeKinds = ['1h', 'evening', 'tomorrow', 'monday'] as const;
export type SnoozeKind = (typeof snoozeKinds)[number];

/** Until when: one of the choices, or an instant the person picked. */
export type SnoozeTo = SnoozeKind | Date;

/** "This evening" is at this hour, where the window allows. */
const eveningHour = 18;

/**
 * When a snoozed reminder comes back: never before `now`, and always inside the person's window: what falls outside it
 * waits for the next one. Days come at the reminder hour ("tomorrow" is tomorrow morning, not in 24 hours); hours and
 * picked times keep their minute.
 */
export function snoozedUntil(to: SnoozeTo, now: Date, person: PersonTime): Date {
  const time = inZone(now, person.timeZone);
  return toDate(moveIntoWindow(wished(to, time, person), person));
}

function wished(to: SnoozeTo, time: Time, person: PersonTime): Time {
  if (to instanceof Date) return inZone(to, person.timeZone);
  const inDays = (days: number) => atReminderHour(time.add({ days }), person);
  switch (to) {
    case '1h':
      return time.add({ hours: 1 });
    case 'evening': {
      const evening = eveningOf(time, person);
      return evening.epochMilliseconds > time.epochMilliseconds ? evening : inDays(1);
    }
    case 'tomorrow':
      return inDays(1);
    case 'monday':
      return inDays(8 - time.dayOfWeek);
  }
}

/** 18:00, or as near to it as the window comes: its last hour where it closes before, its first where it opens after. */
function eveningOf(day: Time, { opens, closes }: PersonTime): Time {
  return day.withPlainTime({ hour: Math.max(opens, Math.min(eveningHour, closes)) });
}

/**
 * The instant that words such as "Friday 10am" or "через 3 дня" mean, said at `now`; a day without a time is its
 * reminder hour. It may be outside the window.
 * @param language the person's, "pt-BR"; only decides between words that exist in two languages
 * @returns null when the words are not understood
 */
export function readSnooze(
  text: string,
  now: Date,
  person: PersonTime,
  language: string | null,
): Date | null {
  const timing = parseTiming(text, language ?? undefined);
  const due =
    timing &&
    dueFrom(timing, now, {
      timeZone: person.timeZone,
      isWorkingDay: (day) => isWorkingDay(day, person),
      countWorkingDays: person.countWorkingDays,
    });
  if (!due || timing.keepsHour) return due;
  return toDate(atReminderHour(inZone(due, person.timeZone), person));
}
