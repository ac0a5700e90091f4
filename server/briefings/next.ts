import { Temporal } from 'temporal-polyfill';
import { briefingKind } from '../db/schema.ts';
import type { PersonTime } from '../time/person.ts';
import { inZone, toDate } from '../time/wall-time.ts';
import { dayOff } from '../time/working-time.ts';

export const briefingKinds = briefingKind.enumValues;
/** morning: what there is to do; evening: what was done today; weekly: next week, told on Sunday. */
export type BriefingKind = (typeof briefingKinds)[number];

const sunday = 7;
/** No row of holidays and weekends is longer. */
const longestSearch = 800;

/**
 * When a briefing comes next, later than `now`: at `hour` (0 to 23) of the person's own day, on their working days, or
 * on Sunday for the week to come; never while they are away. A time that clocks jump over comes after the jump.
 */
export function nextBriefingAt(kind: BriefingKind, hour: number, now: Date, person: PersonTime): Date {
  let day = inZone(now, person.timeZone).toPlainDate();
  for (let count = 0; count < longestSearch; count++) {
    const plainTime = Temporal.PlainTime.from({ hour });
    const at = toDate(day.toZonedDateTime({ timeZone: person.timeZone, plainTime }));
    if (at > now && comesOn(kind, day, person)) return at;
    day = dayAfter(day, person);
  }
  throw new Error('a person without a day for a briefing');
}

/** True on the days on which this person wants that briefing. */
export function comesOn(kind: BriefingKind, day: Temporal.PlainDate, person: PersonTime): boolean {
  const off = dayOff(day, person);
  return kind === 'weekly' ? day.dayOfWeek === sunday && off?.why !== 'away' : off === null;
}

/** An absence of any length is one step. */
function dayAfter(day: Temporal.PlainDate, { away }: PersonTime): Temporal.PlainDate {
  const next = day.add({ days: 1 });
  const isAway = away && next.toString() >= away.from && next.toString() <= away.until;
  return isAway ? Temporal.PlainDate.from(away.until).add({ days: 1 }) : next;
}
