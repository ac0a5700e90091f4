import { fromLocal, inZone, type PersonTime, toDate, toLocal } from '../time/wall-time.ts';
import { atReminderHour, moveIntoWindow, rollToWorkingDay } from '../time/working-time.ts';
import { dueFromTiming, parseTiming } from './timing.ts';

/** When a step is due: the wish (wall time and zone), the instant derived from it, and how it came about. */
export type Due = {
  dueSource: 'delay_days' | 'timing' | 'default' | 'person';
  /** True when a time of day was meant; false when the reminder hour decides. */
  keepsHour: boolean;
  dueLocal: string;
  timeZone: string;
  dueAt: Date;
};

export type StepTiming = { delayDays: number | null; timing: string };

/** Days between steps whose timing nobody gave or nobody understands. */
export const defaultSpacingDays = 3;

/**
 * Places a step in the person's own time: `delayDays`, then the timing text, then (index + 1) x 3 days after `base`.
 * Day-based steps come at the reminder hour, those in hours or "right away" keep their time if the window allows;
 * weekends roll to Monday, same hour. `index` is the step's place in the plan, from 0.
 */
export function scheduleStep(step: StepTiming, index: number, base: Date, person: PersonTime): Due {
  const { dueSource, text } = timingOf(step, index);
  const timing = parseTiming(text);
  const wished = dueFromTiming(text, base, { timeZone: person.timeZone });
  if (!timing || !wished) throw new Error(`timing not understood: ${dueSource}`);
  const keepsHour = timing.amount === 0 || timing.unit === 'hour' || timing.unit === 'minute';
  const time = inZone(wished, person.timeZone);
  const placed = keepsHour ? moveIntoWindow(time, person) : atReminderHour(rollToWorkingDay(time), person);
  return { dueSource, keepsHour, ...wishAt(placed) };
}

/**
 * The steps of a whole plan with their dates. Where a weekend or the end of a day would bring two steps together, the
 * later one moves to the next working day; steps that were meant for the same day stay together.
 */
export function schedulePlan<Step extends StepTiming>(
  steps: Step[],
  base: Date,
  person: PersonTime,
): (Step & Due)[] {
  const placed: (Step & Due)[] = [];
  for (const [index, step] of steps.entries()) {
    const due = scheduleStep(step, index, base, person);
    const before = placed.at(-1);
    const collides = before && !due.keepsHour && dayOf(due) <= dayOf(before);
    const meantLater = collides && meant(step, index, base) > meant(before, index - 1, base);
    placed.push({ ...step, ...due, ...(meantLater ? wishAt(nextWorkingDay(before, person)) : {}) });
  }
  return placed;
}

const dayOf = (due: Due) => due.dueLocal.slice(0, 10);

/** Milliseconds from `base` to what the timing says, before any weekend. */
function meant(step: StepTiming, index: number, base: Date): number {
  return (dueFromTiming(timingOf(step, index).text, base) ?? base).getTime() - base.getTime();
}

function nextWorkingDay(due: Due, person: PersonTime) {
  return atReminderHour(rollToWorkingDay(inZone(due.dueAt, person.timeZone).add({ days: 1 })), person);
}

/** A moment the person picked, as wall time in their zone; null when it is no date and time. */
export function pickedDue(local: string, person: PersonTime): Due | null {
  const time = fromLocal(local, person.timeZone);
  return time && { dueSource: 'person', keepsHour: true, ...wishAt(time) };
}

/** The same wish after the person's zone or reminder hour changed: wall time holds. */
export function reschedule(due: Due, person: PersonTime): Due {
  const time = fromLocal(due.dueLocal, person.timeZone);
  if (!time) throw new Error(`stored wish is no date and time: ${due.dueLocal}`);
  const placed = due.keepsHour ? time : atReminderHour(rollToWorkingDay(time), person);
  return { ...due, ...wishAt(placed) };
}

/** Which of the three says when: its source, and the words that mean it. */
export function timingOf(step: StepTiming, index: number): { dueSource: Due['dueSource']; text: string } {
  const days = `Day ${step.delayDays}`;
  if (step.delayDays !== null && parseTiming(days)) return { dueSource: 'delay_days', text: days };
  if (parseTiming(step.timing)) return { dueSource: 'timing', text: step.timing };
  return { dueSource: 'default', text: `Day ${(index + 1) * defaultSpacingDays}` };
}

function wishAt(time: ReturnType<typeof inZone>) {
  return { dueLocal: toLocal(time), timeZone: time.timeZoneId, dueAt: toDate(time) };
}
