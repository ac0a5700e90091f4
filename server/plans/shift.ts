import type { planSteps } from '../db/schema.ts';
import type { MoveCause, StepMove } from '../db/stored-json.ts';
import type { PersonTime } from '../time/person.ts';
import { inZone, toLocal } from '../time/wall-time.ts';
import { workingDaysBetween } from '../time/working-time.ts';
import { aroundAway, type Dated, withMoves } from './around-away.ts';
import { deriveDue, type Placed } from './derive.ts';
import { isRelative } from './wish.ts';

type StepRow = typeof planSteps.$inferSelect;

/** A step with the date it would have, and the move that gives it. */
export type Shifted = { step: StepRow; moves: StepMove[]; due: Placed };

export type Shift = {
  /** Working days. */
  by: number;
  because: Exclude<MoveCause, 'order'>;
  /** The title of the step that caused it; '' when none did. */
  title: string;
  now: Date;
};

/** By how many working days `now` is later than the day something was due; 0 on that day and before it. */
export function workingDaysLate(dueAt: Date, now: Date, person: PersonTime): number {
  return workingDaysBetween(inZone(dueAt, person.timeZone), inZone(now, person.timeZone), person);
}

/**
 * The open relative steps among `steps` that move by a shift, with their new dates (cadence contract T1, T3, T10). What
 * would still lie in the past comes at once, inside the window. Pinned steps and those of an event stay. Pure.
 */
export function shift(steps: StepRow[], { by, because, title, now }: Shift, person: PersonTime): Shifted[] {
  const move: StepMove = { by, because, title };
  const shifted = steps
    .filter((step) => step.status === 'open' && isRelative(step) && step.dueAt)
    .map((step) => ({ ...withMoves(step, [...step.moves, move], person), step }));
  return aroundAway(shifted, person).flatMap(({ step, ...plain }) => notInThePast(step, plain, now, person));
}

/** The step with its new moves, at once (inside the window) where they would put it into the past. Pure. */
export function notInThePast(step: StepRow, plain: Dated, now: Date, person: PersonTime): Shifted[] {
  const late = plain.dueAt !== null && plain.dueAt < now;
  const notBefore = toLocal(inZone(now, person.timeZone));
  const moves = plain.moves.map((move, index) =>
    late && index === plain.moves.length - 1 ? { ...move, notBefore } : move,
  );
  const due = deriveDue({ ...plain, moves }, person);
  return due.dueAt && due.dueAt.getTime() !== step.dueAt?.getTime() ? [{ step, moves, due }] : [];
}
