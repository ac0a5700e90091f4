import type { DraftedStep } from '../draft.ts';
import { anchorOf, dueFromTiming, eventOf } from '../timing.ts';
import type { StepTiming } from '../wish.ts';
import type { AnsweredStep } from './plan-answer.ts';

/** Days and words may differ by so much: a weekend lies between, or the day is about to end. */
const tolerance = 1;
const dayMs = 24 * 60 * 60_000;

/** How days and words of a step go together; see DraftReport. */
export type Agreement = 'understood' | 'daysOnly' | 'contradicting';

/** `before`: the days from the start of the step before it; null for the first step, and after one of an event. */
type Said = { before: number | null; now: Date; timeZone: string };
type Timed = { when: StepTiming; agreement: Agreement };

/**
 * A step as it is stored, from a step as a model answered it. A step of an event or of the step before counts in words,
 * so that it waits for them; every other one counts in days from the start. Where words and days contradict each other,
 * the days count. Pure.
 */
export function toStep(step: AnsweredStep, said: Said): { step: DraftedStep; agreement: Agreement } {
  const { title, why, draft, channel } = step;
  const { when, agreement } = timed(step, said);
  return { step: { title, why, draft, channel, ...when }, agreement };
}

function timed(step: AnsweredStep, { before, now, timeZone }: Said): Timed {
  const { anchor, delay_days: delayDays, timing } = step;
  if (anchor === 'previous' && before !== null && delayDays > before)
    return afterPrevious(timing, delayDays - before);
  if (anchor !== 'start' && anchor !== 'previous') return afterEvent(step);
  const days = daysOf(timing, now, timeZone);
  if (days === null) return { when: { delayDays, timing }, agreement: 'daysOnly' };
  const agrees = Math.abs(days - delayDays) <= tolerance && anchorOf(timing) === 'start';
  // Words that are not true are not shown.
  if (!agrees) return { when: { delayDays, timing: '' }, agreement: 'contradicting' };
  return { when: { delayDays, timing }, agreement: 'understood' };
}

function afterPrevious(timing: string, days: number): Timed {
  const said = anchorOf(timing) === 'previous' ? daysOf(timing, new Date(0)) : null;
  if (said !== null && Math.abs(said - days) <= tolerance)
    return { when: { delayDays: null, timing }, agreement: 'understood' };
  const counted = `${days} ${days === 1 ? 'day' : 'days'} after the previous step`;
  const agreement = said === null ? 'daysOnly' : 'contradicting';
  return { when: { delayDays: null, timing: counted }, agreement };
}

/** Words that name the event say best how long after it. */
function afterEvent({ anchor, delay_days: days, timing }: AnsweredStep): Timed {
  if (eventOf(timing) === anchor) return { when: { delayDays: null, timing }, agreement: 'understood' };
  const counted = days > 1 ? `${days} days after the ${anchor}` : `1 day after the ${anchor}`;
  const agreement = eventOf(timing) === null ? 'daysOnly' : 'contradicting';
  return { when: { delayDays: null, timing: counted }, agreement };
}

/** Null for words that are not understood. */
function daysOf(timing: string, base: Date, timeZone = 'UTC'): number | null {
  const due = dueFromTiming(timing, base, { timeZone });
  return due && Math.round((due.getTime() - base.getTime()) / dayMs);
}
