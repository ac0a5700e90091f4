import { inZone, type PersonTime, toDate } from '../time/wall-time.ts';
import { atReminderHour, moveIntoWindow, rollToWorkingDay } from '../time/working-time.ts';

/** One hour, or that many days. */
export const snoozeLengths = ['1h', '1d', '3d', '1w'] as const;
export type SnoozeLength = (typeof snoozeLengths)[number];

const days = { '1d': 1, '3d': 3, '1w': 7 } as const;

/**
 * When a snoozed reminder comes back: an hour keeps its minute, or waits for the next window; days mean the reminder
 * hour of that day ("tomorrow" is tomorrow morning, not in 24 hours), and weekends roll to Monday.
 */
export function snoozedUntil(length: SnoozeLength, now: Date, person: PersonTime): Date {
  const time = inZone(now, person.timeZone);
  if (length === '1h') return toDate(moveIntoWindow(time.add({ hours: 1 }), person));
  return toDate(atReminderHour(rollToWorkingDay(time.add({ days: days[length] })), person));
}
