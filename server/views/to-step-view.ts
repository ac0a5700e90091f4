import type { planSteps, scheduledReminders } from '../db/schema.ts';
import { explainDue } from '../plans/explain.ts';
import { dueView, momentWords } from '../time/when.ts';
import type { StepView } from './step-view.ts';

type StepRow = typeof planSteps.$inferSelect;
type SnoozeState = Pick<typeof scheduledReminders.$inferSelect, 'dueAt' | 'snoozedAt'> | null;

/** A step as a person reads it at `now` in `timeZone`. It counts from when it was made. */
export function toStepView(
  { step, reminder }: { step: StepRow; reminder: SnoozeState },
  { now, timeZone }: { now: Date; timeZone: string },
): StepView {
  const asleep = step.status === 'open' && reminder?.snoozedAt && reminder.dueAt > now;
  const snoozedTo = asleep ? reminder.dueAt : null;
  return {
    id: step.id,
    leadId: step.leadId,
    title: step.title,
    why: step.why,
    draft: step.draft,
    timing: step.timing || (step.delayDays === null ? '' : `Day ${step.delayDays}`),
    status: step.status,
    due: dueView(step.dueAt, now, timeZone),
    dueWhy: explainDue(step, step.createdAt),
    settledAt: step.settledAt ? momentWords(step.settledAt, now, timeZone) : null,
    snoozed: snoozedTo ? momentWords(snoozedTo, now, timeZone) : null,
  };
}
