import type { LeadDetail, TodayStep, TodayView } from '#server/views/lead-view.ts';
import type { StepView } from '#server/views/step-view.ts';

type Status = StepView['status'];

const isSettled = (status: Status) => status === 'done' || status === 'skipped';

/** How many more settled steps there are once this one has the new status: -1, 0 or 1. */
function settledChange(step: StepView | undefined, status: Status): number {
  return step ? Number(isSettled(status)) - Number(isSettled(step.status)) : 0;
}

function changed<S extends StepView>(steps: S[], stepId: string, status: Status): S[] {
  return steps.map((step) =>
    step.id === stepId
      ? { ...step, status, settledAt: status === 'open' ? null : 'just now', snoozed: null }
      : step,
  );
}

/** The lead as it will look once the server has accepted the step's new status. */
export function leadWithStep(lead: LeadDetail, stepId: string, status: Status): LeadDetail {
  const steps = changed(lead.steps, stepId, status);
  const before = lead.steps.find((step) => step.id === stepId);
  // A cancelled step does not count among the steps of the plan, until it is used again.
  const revived = Number(before?.status === 'cancelled');
  const [next] = steps
    .flatMap(({ due, ...step }) => (step.status === 'open' && due ? { ...step, due } : []))
    .sort((a, b) => a.due.at.localeCompare(b.due.at));
  return {
    ...lead,
    steps,
    next: next ? { stepId: next.id, title: next.title, due: next.due, snoozed: next.snoozed } : null,
    cancelled: lead.cancelled - revived,
    progress: {
      settled: lead.progress.settled + settledChange(before, status),
      total: lead.progress.total + revived,
    },
  };
}

/** Today as it will look once the server has accepted; the step stays where it is until the server answers. */
export function todayWithStep(today: TodayView, stepId: string, status: Status): TodayView {
  const find = (steps: TodayStep[]) => steps.find((step) => step.id === stepId);
  return {
    ...today,
    overdue: changed(today.overdue, stepId, status),
    today: changed(today.today, stepId, status),
    soon: changed(today.soon, stepId, status),
    settled: today.settled + settledChange(find(today.overdue) ?? find(today.today), status),
  };
}
