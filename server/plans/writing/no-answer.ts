import type { NoAnswer } from '../../model/port.ts';

const reasons = ['off', 'limit', 'invalid', 'refused', 'unauthorized', 'busy', 'down'] as const;

/** Why a model gave no answer, as it is kept with the request that failed: `reasonOf` tells the person. */
export const keptCause = ({ reason, cause }: NoAnswer): string => `${reason}: ${cause}`;

/** Why a request failed, from what was kept; "down" for anything of ours. */
export function reasonOf(lastError: string | null): NoAnswer['reason'] {
  return reasons.find((reason) => lastError?.startsWith(`${reason}: `)) ?? 'down';
}
