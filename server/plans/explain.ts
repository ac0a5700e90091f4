import { inZone, toDate } from '../time/wall-time.ts';
import { clockWords, dayWords, momentWords } from '../time/when.ts';
import { isWorkingDay, rollToWorkingDay } from '../time/working-time.ts';
import { type Due, defaultSpacingDays, type StepTiming, timingOf } from './schedule.ts';
import { dueFromTiming } from './timing.ts';

/**
 * "Why then?" in one sentence: what the date was counted from, whether it was moved, whose clock it is, such as
 * "Day 6 from Mon 12 Oct is Sun 18 Oct, a weekend, so Mon 19 Oct; 09:00 is your reminder hour (Europe/Berlin)."
 * `base` is the instant the step was counted from.
 */
export function explainDue(step: StepTiming & Due, base: Date): string {
  const zone = step.timeZone;
  if (step.dueSource === 'person')
    return `You picked this time, ${momentWords(step.dueAt, base, zone)} (${zone}).`;
  const text = step.dueSource === 'default' ? spacedText(step, base) : timingOf(step, 0).text;
  const words = step.dueSource === 'timing' ? `“${step.timing}”` : text;
  const reason = step.dueSource === 'default' ? `Without a timing, ${defaultSpacingDays} days a step: ` : '';
  const counted = dueFromTiming(text, base, { timeZone: zone }) ?? step.dueAt;
  return `${reason}${words} ${step.keepsHour ? toTheMinute(step, counted, base) : toTheDay(step, counted, base)}`;
}

/** The default spacing, whatever place the step has by now: a weekend moves a day by less than the spacing. */
function spacedText(step: Due, base: Date): string {
  const day = inZone(base, step.timeZone).toPlainDate();
  const { days } = day.until(inZone(step.dueAt, step.timeZone).toPlainDate(), { largestUnit: 'day' });
  return `Day ${days - (days % defaultSpacingDays)}`;
}

/** The reminder hour decides; a weekend, or the step before it, can have moved the day. */
function toTheDay(step: Due, counted: Date, base: Date): string {
  const day = (at: Date) => dayWords(at, base, step.timeZone);
  const wished = inZone(counted, step.timeZone);
  const rolled = toDate(rollToWorkingDay(wished));
  const weekend = isWorkingDay(wished) ? '' : `, a weekend, so ${day(rolled)}`;
  const after =
    day(rolled) === day(step.dueAt) ? '' : `, moved to ${day(step.dueAt)} to follow the step before`;
  const hour = `${clockWords(step.dueAt, step.timeZone)} is your reminder hour (${step.timeZone})`;
  return `from ${day(base)} is ${day(counted)}${weekend}${after}; ${hour}.`;
}

/** The time of day was meant; it may lie outside the hours in which reminders come. */
function toTheMinute(step: Due, counted: Date, base: Date): string {
  const moment = (at: Date) => momentWords(at, base, step.timeZone);
  const moved =
    moment(counted) === moment(step.dueAt) ? '' : `, outside your hours, so ${moment(step.dueAt)}`;
  return `is ${moment(counted)}${moved} (${step.timeZone}).`;
}
