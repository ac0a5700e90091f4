import type { NoAnswer } from '../../model/port.ts';

const reasons = ['off', 'limit', 'invalid', 'refused', 'unauthorized', 'busy', 'down'] as const;

/**
 * Why a model gave no answer, its cause beginning with the reason: the cause is all that is kept with a request that
 * failed, and `reasonOf` tells the person.
 */
export function noAnswer(
  reason: NoAnswer['reason'],
  cause: string,
  retryAfterMs: number | null = null,
): NoAnswer {
  return { ok: false, reason, retryAfterMs, cause: `${reason}: ${cause}` };
}

/** Why a request failed; "down" for anything of ours. */
export function reasonOf(lastError: string | null): NoAnswer['reason'] {
  return reasons.find((reason) => lastError?.startsWith(`${reason}: `)) ?? 'down';
}
