import { Temporal } from 'temporal-polyfill';
import type { StepMove } from '../db/stored-json.ts';
import type { PersonTime } from '../time/person.ts';
import { inZone } from '../time/wall-time.ts';
import { aroundAway, type Period, withoutAbsence } from './around-away.ts';
import type { Step } from './lock-step.ts';
import { notInThePast, type Shifted } from './shift.ts';
import { isRelative } from './wish.ts';

/** What another absence makes of a lead's steps; `renamed` keep their date, and only what it follows from is new. */
export type Reflow = { shifted: Shifted[]; renamed: { id: string; moves: StepMove[] }[] };

/**
 * The steps of one lead, in the order of the plan, when the person's absence becomes `next` (null: none). What the one
 * they have now had added is taken back, apart from the days of it that are over; what would lie in the past comes at
 * once, inside the window. Pure.
 */
export function reflow(steps: Step[], person: PersonTime, next: Period | null, now: Date): Reflow {
  const today = inZone(now, person.timeZone).toPlainDate();
  const last = person.away && person.away.until >= today.toString() ? person.away : null;
  const periods = [...(last ? daysOver(last, next, today) : []), ...(next ? [next] : [])];
  const free = steps
    .filter((step) => step.status === 'open' && isRelative(step) && step.dueAt)
    .map((step) => ({ ...(last ? withoutAbsence(step, last, person) : step), step }));
  const led = periods.reduce((led, away) => aroundAway(led, { ...person, away }), free);
  const changed = led.filter(({ step, moves }) => moves !== step.moves);
  const shifted = changed.flatMap(({ step, ...plain }) => notInThePast(step, plain, now, person));
  const ids = new Set(shifted.map(({ step }) => step.id));
  return {
    shifted,
    renamed: changed.filter(({ id }) => !ids.has(id)).map(({ id, moves }) => ({ id, moves })),
  };
}

/** The part of an absence that the person was really away for, before a change of it today. */
function daysOver(absence: Period, next: Period | null, today: Temporal.PlainDate): Period[] {
  const dayBefore = (day: Temporal.PlainDate) => day.subtract({ days: 1 }).toString();
  const ends = next ? [dayBefore(today), dayBefore(Temporal.PlainDate.from(next.from))] : [dayBefore(today)];
  const until = ends.toSorted()[0] ?? '';
  return until >= absence.from ? [{ from: absence.from, until }] : [];
}
