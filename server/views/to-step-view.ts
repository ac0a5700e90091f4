import type { planSteps, scheduledReminders } from '../db/schema.ts';
import { explainDue } from '../plans/explain.ts';
import type { StepView } from '../plans/step-view.ts';
import { dueView, momentWords } from '../time/when.ts';

type StepRow = typeof planSteps.$inferSelect;
export type SnoozeState = Pick<typeof scheduledReminders.$inferSelect, 'dueAt' | 'snoozedAt'> | null;

/** A step as a person reads it at `now` in `timeZone`. `planBase` is the instant its plan counts from. */
export function toStepView(
  { step, reminder, planBase }: { step: StepRow; reminder: SnoozeState; planBase: Date },
  { now, timeZone }: { now: Date; timeZone: string },
): StepView {
  const snoozedTo = step.status === 'open' && reminder?.snoozedAt ? reminder.dueAt : null;
  return {
    id: step.id,
    leadId: step.leadId,
    title: step.title,
    why: step.why,
    draft: step.draft,
    timing: step.timing || (step.delayDays === null ? '' : `Day ${step.delayDays}`),
    status: step.status,
    due: dueView(step.dueAt, now, timeZone),
    dueWhy: explainDue(step, step.position, planBase),
    settled:
      step.status === 'open' || !step.settledAt
        ? null
        : `${step.status} ${momentWords(step.settledAt, now, timeZone)}`,
    snoozed: snoozedTo ? momentWords(snoozedTo, now, timeZone) : null,
  };
}
