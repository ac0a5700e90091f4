import type { StepView } from '#server/views/step-view.ts';

/** "done Tue 3 Feb, 09:12", "skipped Wed 4 Feb, 10:00"; null while the step is open. */
export function settledWords({ status, settledAt }: StepView): string | null {
  return status === 'open' || !settledAt ? null : `${status} ${settledAt}`;
}
