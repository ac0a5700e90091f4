import type { PersonTime } from '../../time/person.ts';
import { deriveDue } from '../derive.ts';
import { atOnce, type Due, type EventDates, scheduleAdded } from '../schedule.ts';
import type { StepTiming } from '../wish.ts';

/** When a proposed step is due: from when it counts, the dates of the lead's events, the owner's time, and `now`. */
export type Placing = { from: Date; events: EventDates; person: PersonTime; now: Date };

/**
 * The date that a proposed timing gives, counted from when the proposal was asked for, so that what the person reads is
 * what they accept. What would lie in the past by now comes at once, inside the window. Pure.
 */
export function placeChange({ delayDays, timing }: StepTiming, { from, events, person, now }: Placing): Due {
  const when = { delayDays, timing };
  const due = scheduleAdded(when, 0, { start: from, previous: null, events }, person);
  if (due.dueAt === null || due.dueAt >= now) return due;
  const moves = [...due.moves, atOnce(now, person)];
  return { ...due, moves, ...deriveDue({ ...when, ...due, moves }, person) };
}
