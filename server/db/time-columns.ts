import { users } from './schema.ts';

/** The columns that make up a person's time (time/person.ts), for a query that needs no more of them. */
export const timeColumns = {
  timeZone: users.timeZone,
  reminderHour: users.reminderHour,
  windowOpens: users.windowOpens,
  windowCloses: users.windowCloses,
  workingDays: users.workingDays,
  countWorkingDays: users.countWorkingDays,
  holidays: users.holidays,
  awayFrom: users.awayFrom,
  awayUntil: users.awayUntil,
};
