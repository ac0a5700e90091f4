import { setTimeout as sleep } from 'node:timers/promises';
import type { ActiveFault } from '../faults.ts';
import { BotApiError } from './errors.ts';
import type { Answer } from './method.ts';

/**
 * Plays a fault (faults.ts) on a call, which does what was asked when it is called. Resolves with the answer, or with
 * 'cut' when the connection is to end without one. Throws the BotApiError to answer with.
 */
export async function playFault(fault: ActiveFault, call: () => Promise<Answer>): Promise<Answer | 'cut'> {
  switch (fault.kind) {
    case 'none':
      return call();
    case 'slow':
      // Not a reason for a program that wants to stop to stay.
      await sleep(fault.retryAfter * 1000, undefined, { ref: false });
      return call();
    case '401':
      throw new BotApiError(401, 'Unauthorized');
    case 'down':
      return 'cut';
  }
  if (fault.accepted) await call();
  if (fault.kind === 'reset') return 'cut';
  throw refusalOf(fault.kind, Math.ceil(fault.retryAfter));
}

function refusalOf(kind: '429' | '403' | '500', seconds: number): BotApiError {
  switch (kind) {
    case '429':
      return new BotApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
    case '403':
      return new BotApiError(403, 'Forbidden: bot was blocked by the user');
    case '500':
      return new BotApiError(500, 'Internal Server Error');
  }
}
