import type { PersonTime } from '../../time/person.ts';
import { inZone, toDate } from '../../time/wall-time.ts';
import { deriveDue } from '../derive.ts';
import { atOnce, type Due, type EventDates, scheduleAdded } from '../schedule.ts';
import { dueFromTiming, eventOf } from '../timing.ts';
import type { StepTiming } from '../wish.ts';

/** A day off moves a step that far from what its words say, and no further. */
const sameMs = 36 * 60 * 60_000;

/** When a proposed step is due: from when it counts, the dates of the lead's events, the owner's time, and `now`. */
export type Placing = { from: Date; events: EventDates; person: PersonTime; now: Date };

/**
 * What a model said about when, as it is stored. Words that name an event decide, and the step waits for it; otherwise
 * the days do, and words that contradict them (`clash`) or are not understood are left out. Pure.
 */
export function toTiming(
  said: { delay_days: number; timing: string },
  now: Date,
  timeZone: string,
): { when: StepTiming; clash: boolean } {
  const { delay_days: delayDays, timing } = said;
  if (eventOf(timing)) return { when: { delayDays: null, timing }, clash: false };
  const due = dueFromTiming(timing, now, { timeZone });
  const counted = toDate(inZone(now, timeZone).add({ days: delayDays }));
  const agrees = due !== null && Math.abs(due.getTime() - counted.getTime()) <= sameMs;
  return { when: { delayDays, timing: agrees ? timing : '' }, clash: due !== null && !agrees };
}

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
