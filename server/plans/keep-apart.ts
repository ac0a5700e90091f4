import type { PersonTime } from '../time/person.ts';
import { fromLocal } from '../time/wall-time.ts';
import { type Dated, withMoves } from './around-away.ts';
import { countTime } from './derive.ts';
import { isRelative } from './wish.ts';

/**
 * The step so that it does not come together with the relative one before it, where only a day off or the end of a day
 * brings them together: it moves on by as many working days as that takes, and no longer by those it once took. Steps that
 * were meant for the same day stay together; one that keeps its hour stays where it is. Pure.
 */
export function keepApart<Step extends Dated>(step: Step, before: Dated, person: PersonTime): Step {
  if (!isRelative(step) || step.keepsHour || !step.dueAt || !before.dueAt) return step;
  const moves = step.moves.filter(({ because }) => because !== 'order');
  const apart = (by: number) =>
    withMoves(step, by === 0 ? moves : [{ by, because: 'order', title: '' }, ...moves], person);
  if (!isMeantLater(step, before, person)) return apart(0);
  let by = 0;
  while (dayOf(apart(by)) <= dayOf(before)) by++;
  return apart(by);
}

/** By what their timings say, before any day off. */
const isMeantLater = (step: Dated, before: Dated, person: PersonTime) =>
  countedAt(step, person) > countedAt(before, person);

function countedAt(step: Dated, person: PersonTime): number {
  const base = step.countedFrom === null ? null : fromLocal(step.countedFrom, person.timeZone);
  return (base && countTime(step, base, person)?.epochMilliseconds) ?? 0;
}

const dayOf = ({ dueLocal }: Dated) => dueLocal?.slice(0, 10) ?? '';
