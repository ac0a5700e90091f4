import type { planSteps } from '../db/schema.ts';
import { type Anchor, anchorOf, eventOf, parseTiming, type Timing } from './timing.ts';

type StepRow = typeof planSteps.$inferSelect;

/** What a drafter or a person says about when. */
export type StepTiming = Pick<StepRow, 'delayDays' | 'timing'>;

/** The same once it was understood: which words count, and what they count from. */
export type Wish = Pick<StepRow, 'dueSource' | 'anchor' | 'spacingDays' | 'keepsHour'>;

/** Days between steps whose timing nobody gave or nobody understands. */
export const defaultSpacingDays = 3;

/**
 * Which of the three says when (cadence contract): `delayDays`, then the timing text, then (index + 1) x 3 days.
 * `index` is the step's place in the plan, from 0.
 */
export function wishOf(step: StepTiming, index: number): Wish {
  const start = { anchor: 'start', spacingDays: null } as const;
  if (step.delayDays !== null && parseTiming(`Day ${step.delayDays}`))
    return { dueSource: 'delay_days', ...start, keepsHour: step.delayDays === 0 };
  const timing = parseTiming(step.timing);
  const anchor: Anchor = anchorOf(step.timing);
  if (timing) return { dueSource: 'timing', anchor, spacingDays: null, keepsHour: timing.keepsHour };
  // "After the demo": the day after it.
  const event = eventOf(step.timing);
  if (event) return { dueSource: 'timing', anchor: event, spacingDays: null, keepsHour: false };
  const spacingDays = (index + 1) * defaultSpacingDays;
  return { dueSource: 'default', ...start, spacingDays, keepsHour: false };
}

/** The timing that a wish means, to be added to what it counts from. */
export function timingOf(step: StepTiming & Wish): Timing {
  const timing = parseTiming(wordsOf(step)) ?? parseTiming('Day 1');
  if (!timing) throw new Error('"Day 1" is not understood');
  return timing;
}

/** The words that decided: "Day 3" for a number of days and for the default spacing. */
export function wordsOf({ dueSource, delayDays, spacingDays, timing }: StepTiming & Wish): string {
  if (dueSource === 'delay_days') return `Day ${delayDays}`;
  return dueSource === 'default' ? `Day ${spacingDays}` : timing;
}

/** True for a step that moves when an earlier one is late; pinned steps and those of an event do not. */
export const isRelative = ({ anchor }: Pick<StepRow, 'anchor'>) =>
  anchor === 'start' || anchor === 'previous';

/** True for a step that counts from an event of the lead. */
export const isOfEvent = (step: Pick<StepRow, 'anchor'>) => !isRelative(step) && step.anchor !== 'pinned';
