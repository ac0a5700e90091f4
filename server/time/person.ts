import { defaultTimeZone, isTimeZone } from './wall-time.ts';

/** A person's own time: where they are, and when they want to hear from us. */
export type PersonTime = {
  /** IANA name. */
  timeZone: string;
  /** 0 to 23: at this hour day-based reminders come. It lies within the window. */
  reminderHour: number;
  /** Reminders come between these hours, 0 to 24, both included. */
  opens: number;
  closes: number;
  /** 1 is Monday, 7 is Sunday; never empty. */
  workingDays: readonly number[];
  /** "Day 3" is the third working day, not the third day. */
  countWorkingDays: boolean;
  /** ISO 3166 code of the country whose public holidays are days off. */
  holidays: string | null;
  /** First and last day away, "2026-08-01". */
  away: { from: string; until: string } | null;
};

/** What holds until the person says otherwise: 09:00 to 18:00, Monday to Friday, every day counts. */
export const usualWeek = {
  reminderHour: 9,
  opens: 9,
  closes: 18,
  workingDays: [1, 2, 3, 4, 5],
  countWorkingDays: false,
  holidays: null,
  away: null,
} as const satisfies Omit<PersonTime, 'timeZone'>;

/** The columns of a person's row that make up their time. */
export type TimeColumns = {
  timeZone: string | null;
  reminderHour: number;
  windowOpens: number;
  windowCloses: number;
  workingDays: number[];
  countWorkingDays: boolean;
  holidays: string | null;
  awayFrom: string | null;
  awayUntil: string | null;
};

/** The time of the person whose row this is. A zone that is not known (any more) counts as UTC. */
export function personTime(row: TimeColumns): PersonTime {
  const { reminderHour, workingDays, countWorkingDays, holidays, awayFrom, awayUntil } = row;
  return {
    timeZone: row.timeZone && isTimeZone(row.timeZone) ? row.timeZone : defaultTimeZone,
    ...{ reminderHour, workingDays, countWorkingDays, holidays },
    opens: row.windowOpens,
    closes: row.windowCloses,
    away: awayFrom && awayUntil ? { from: awayFrom, until: awayUntil } : null,
  };
}

/** The same person with another reminder hour: a window that does not hold it is widened, their own word counts more. */
export function withReminderHour(person: PersonTime, reminderHour: number): PersonTime {
  const opens = Math.min(person.opens, reminderHour);
  const closes = Math.max(person.closes, reminderHour);
  return { ...person, reminderHour, opens, closes };
}
