import type { planSteps, scheduledReminders } from '../db/schema.ts';
import { explainDue } from '../plans/explain.ts';
import type { PersonTime } from '../time/person.ts';
import { dueView, momentWords } from '../time/when.ts';
import type { StepView } from './step-view.ts';

type StepRow = typeof planSteps.$inferSelect;
type SnoozeState = Pick<typeof scheduledReminders.$inferSelect, 'dueAt' | 'snoozedAt'> | null;

/** A step as a person reads it at `now`. */
export function toStepView(
  { step, reminder }: { step: StepRow; reminder: SnoozeState },
  { now, person }: { now: Date; person: PersonTime },
): StepView {
  const { timeZone } = person;
  const snoozedTo = asleepUntil(step, reminder, now);
  return {
    id: step.id,
    leadId: step.leadId,
    title: step.title,
    why: step.why,
    draft: step.draft,
    channel: step.channel,
    timing: timingWords(step),
    status: step.status,
    anchor: step.anchor,
    due: step.dueAt && dueView(step.dueAt, now, timeZone),
    dueWhy: explainDue(step, person),
    settledAt: step.settledAt ? momentWords(step.settledAt, now, timeZone) : null,
    snoozed: snoozedTo ? momentWords(snoozedTo, now, timeZone) : null,
  };
}

/** The timing as it was written, "Day 3" where it was a number of days; may be empty. */
export function timingWords({ timing, delayDays }: Pick<StepRow, 'timing' | 'delayDays'>): string {
  return timing || (delayDays === null ? '' : `Day ${delayDays}`);
}

/** Until when the person has put off the reminder of an open step; null when they have not, or that time has come. */
export function asleepUntil(step: Pick<StepRow, 'status'>, reminder: SnoozeState, now: Date): Date | null {
  const asleep = step.status === 'open' && reminder?.snoozedAt && reminder.dueAt > now;
  return asleep ? reminder.dueAt : null;
}
