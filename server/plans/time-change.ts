import { isHolidayCountry } from '../time/holidays.ts';
import { type PersonTime, withReminderHour } from '../time/person.ts';
import { isTimeZone } from '../time/wall-time.ts';

/** What can be changed of a person's time; what is left out stays. */
export type TimeChange = Partial<Omit<PersonTime, 'away'>>;

/** Why a change makes no sense. */
export type TimeProblem = 'unknown-zone' | 'hour' | 'window' | 'no-working-day' | 'unknown-country';

/**
 * A person's time after a change. An hour that was chosen widens the window that does not hold it; a window that was
 * chosen takes the reminder hour with it. Pure.
 */
export function changedTime(
  before: PersonTime,
  change: TimeChange,
): { ok: true; person: PersonTime } | { ok: false; reason: TimeProblem } {
  const person = { ...before, ...given(change) };
  const reason = problemOf(person);
  if (reason) return { ok: false, reason };
  const workingDays = [...new Set(person.workingDays)].sort((a, b) => a - b);
  const hour = change.reminderHour ?? within(person);
  return { ok: true, person: withReminderHour({ ...person, workingDays }, hour) };
}

/** A key that is there without a value says nothing. */
const given = (change: TimeChange): TimeChange =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

function within({ reminderHour, opens, closes }: PersonTime): number {
  return Math.min(Math.max(reminderHour, opens), closes, 23);
}

function problemOf({ timeZone, reminderHour, opens, closes, workingDays, holidays }: PersonTime) {
  const isHour = (hour: number, last: number) => Number.isInteger(hour) && hour >= 0 && hour <= last;
  const isDay = (day: number) => Number.isInteger(day) && day >= 1 && day <= 7;
  if (!isTimeZone(timeZone)) return 'unknown-zone';
  if (!isHour(reminderHour, 23) || !isHour(opens, 24) || !isHour(closes, 24)) return 'hour';
  if (closes <= opens) return 'window';
  if (workingDays.length === 0 || !workingDays.every(isDay)) return 'no-working-day';
  return holidays !== null && !isHolidayCountry(holidays) ? 'unknown-country' : null;
}
