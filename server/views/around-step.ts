import { isRelative } from '../plans/wish.ts';
import type { CardRow, PlanRow } from './step-card-rows.ts';

/**
 * The title of the first open step that should have come before this one, among those `before` it in the plan; null for a
 * step that waits for such a one itself (reminders/claim.ts), and when there is none.
 */
export function earlierOpen(
  before: PlanRow[],
  step: Pick<CardRow['step'], 'anchor' | 'dueAt'>,
): string | null {
  const { dueAt } = step;
  if (isRelative(step) || !dueAt) return null;
  return before.find((one) => one.status === 'open' && one.dueAt && one.dueAt < dueAt)?.title ?? null;
}

/** The open step of a plan that is due first. */
export const earliestOpen = (plan: PlanRow[]): PlanRow | null =>
  plan
    .filter(({ status, dueAt }) => status === 'open' && dueAt)
    .toSorted((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0))[0] ?? null;
