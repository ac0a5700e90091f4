import { inZone, toLocal } from '../time/wall-time.ts';
import { clockWords, dayWords } from '../time/when.ts';
import { type Due, defaultSpacingDays, type StepTiming, timingOf } from './schedule.ts';
import { dueFromTiming } from './timing.ts';

/**
 * "Why then?" in one sentence: what the date was counted from, whether it was moved, whose clock it is.
 * `base` is the instant the plan counts from, `index` the step's place in the plan from 0.
 */
export function explainDue(step: StepTiming & Due, index: number, base: Date): string {
  const zone = step.timeZone;
  const hour = `${clockWords(step.dueAt, zone)}, ${zone}`;
  if (step.dueSource === 'person')
    return `You picked this time: ${dayWords(step.dueAt, base, zone)}, ${hour}.`;
  const { text } = timingOf(step, index);
  const counted = `counted from ${dayWords(base, base, zone)}`;
  const reason =
    step.dueSource === 'default'
      ? `No timing was given, so ${defaultSpacingDays} days for each step, ${counted}`
      : `${step.dueSource === 'timing' ? `“${step.timing}”` : text}, ${counted}`;
  return `${reason}${moved(step, text, base)}; ${step.keepsHour ? '' : 'your reminder hour '}${hour}.`;
}

/** Says so when the counted day is not the day it became: a weekend, or an hour outside the window. */
function moved(step: Due, text: string, base: Date): string {
  const counted = dueFromTiming(text, base, { timeZone: step.timeZone });
  if (!counted) return '';
  const was = dayWords(counted, base, step.timeZone);
  const is = dayWords(step.dueAt, base, step.timeZone);
  const sameMinute = toLocal(inZone(counted, step.timeZone)) === step.dueLocal;
  if (was !== is) return `: ${was} moved to ${is}, your next working day`;
  return step.keepsHour && !sameMinute ? ', moved into your working hours' : '';
}
