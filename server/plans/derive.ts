import type { Temporal } from 'temporal-polyfill';
import type { planSteps } from '../db/schema.ts';
import type { StepMove } from '../db/stored-json.ts';
import type { PersonTime } from '../time/person.ts';
import { fromLocal, inZone, toDate, toLocal } from '../time/wall-time.ts';
import {
  addWorkingDays,
  atReminderHour,
  isWorkingDay,
  moveIntoWindow,
  rollToWorkingDay,
} from '../time/working-time.ts';
import { dueFrom } from './timing.ts';
import { type StepTiming, timingOf, type Wish } from './wish.ts';

type Time = Temporal.ZonedDateTime;
type StepRow = typeof planSteps.$inferSelect;

/** When a step is due: wall time in the person's zone, and the instant derived from it. */
export type Placed = { dueLocal: string; timeZone: string; dueAt: Date };
/** A step that waits for the date of its event. */
export type Unplaced = { dueLocal: null; timeZone: string; dueAt: null };

type Derivable = StepTiming & Wish & Pick<StepRow, 'countedFrom' | 'moves' | 'dueLocal'>;

/**
 * When a step is due by what is stored of it and the person's time as it is now: a due date is never changed by itself,
 * only what it follows from. Pure.
 */
export function deriveDue(step: Derivable, person: PersonTime): Placed | Unplaced {
  const time = step.anchor === 'pinned' ? pinned(step, person) : derived(step, person);
  return time ? placedAt(time) : { dueLocal: null, timeZone: person.timeZone, dueAt: null };
}

function pinned({ dueLocal }: Derivable, person: PersonTime): Time {
  const time = dueLocal === null ? null : fromLocal(dueLocal, person.timeZone);
  if (!time) throw new Error(`stored wish is no date and time: ${dueLocal}`);
  return time;
}

function derived(step: Derivable, person: PersonTime): Time | null {
  if (step.countedFrom === null) return null;
  const base = fromLocal(step.countedFrom, person.timeZone);
  if (!base) throw new Error(`stored base is no date and time: ${step.countedFrom}`);
  return step.moves.reduce(
    (time, move) => movedTime(time, move, person),
    placeTime(countTime(step, base, person) ?? base, step, person),
  );
}

/**
 * What the timing says, counted from `base`, before the person's days off and hours; null when it names no time from
 * there on.
 */
export function countTime(step: StepTiming & Wish, base: Time, person: PersonTime): Time | null {
  const week = withoutAway(person);
  const counted = dueFrom(timingOf(step), toDate(base), {
    timeZone: person.timeZone,
    isWorkingDay: (day) => isWorkingDay(day, week),
    countWorkingDays: person.countWorkingDays,
  });
  return counted && inZone(counted, person.timeZone);
}

/** Day-based steps come at the reminder hour, others keep their time if the window allows; days off roll on. */
export function placeTime(time: Time, { keepsHour }: Pick<Wish, 'keepsHour'>, person: PersonTime): Time {
  const week = withoutAway(person);
  return keepsHour ? moveIntoWindow(time, week) : atReminderHour(rollToWorkingDay(time, week), week);
}

/** The same step after one of its moves. */
export function movedTime(time: Time, { by, notBefore }: StepMove, person: PersonTime): Time {
  const week = withoutAway(person);
  const later = addWorkingDays(time, by, week);
  const limit = notBefore === undefined ? null : fromLocal(notBefore, person.timeZone);
  return limit && later.epochMilliseconds < limit.epochMilliseconds ? moveIntoWindow(limit, week) : later;
}

/** An absence moves steps by moves of its own (plans/away.ts), which stay true when it is over. */
const withoutAway = (person: PersonTime): PersonTime => ({ ...person, away: null });

export const placedAt = (time: Time): Placed => ({
  dueLocal: toLocal(time),
  timeZone: time.timeZoneId,
  dueAt: toDate(time),
});
