import type { NoAnswer } from '../../model/port.ts';
import type { ClaimedRequest } from './claim.ts';

/** Nobody waits longer for a plan before they get one from a template. */
const patienceMs = 4 * 60_000;
const shortestMs = 30_000;

/**
 * When to ask a provider again that is busy or cannot be reached: after half a minute, then after as long as the person
 * has waited already (a minute, two), or when the provider says. Waiting begins with the first try, not in the line before
 * it. Null when that is longer than a person waits, and when asking again is no use. Pure.
 */
export function retryAt(
  { since }: Pick<ClaimedRequest, 'since'>,
  { reason, retryAfterMs }: NoAnswer,
  now: Date,
): Date | null {
  if (reason !== 'busy' && reason !== 'down') return null;
  const waited = now.getTime() - since.getTime();
  const wait = Math.max(shortestMs, waited, retryAfterMs ?? 0);
  return waited + wait < patienceMs ? new Date(now.getTime() + wait) : null;
}
