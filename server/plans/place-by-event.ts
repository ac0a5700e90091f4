import type { StepMove } from '../db/stored-json.ts';
import type { PersonTime } from '../time/person.ts';
import { deriveDue, type Placed, type Unplaced } from './derive.ts';
import type { Step } from './lock-step.ts';
import { atOnce } from './schedule.ts';

/** The columns of a step that follow from its event. */
export type ByEvent = { countedFrom: string | null; moves: StepMove[] } & (Placed | Unplaced);

/**
 * When a step is due that counts from an event: `happens` is the event's wall time in the person's zone, null when it
 * has none, and then the step has no date either. What would lie before `now` comes at once, inside the window. Pure.
 */
export function placeByEvent(step: Step, happens: string | null, now: Date, person: PersonTime): ByEvent {
  const place = (moves: StepMove[], countedFrom = happens) => {
    const from = { countedFrom, moves };
    return { ...from, ...deriveDue({ ...step, ...from }, person) };
  };
  const plain = place([]);
  // Another hour of the same day changes nothing for a step that is due on a day.
  if (plain.dueAt?.getTime() === place([], step.countedFrom).dueAt?.getTime()) return place(step.moves);
  if (!plain.dueAt || plain.dueAt >= now) return plain;
  return place([atOnce(now, person)]);
}
