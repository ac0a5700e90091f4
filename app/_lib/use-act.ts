'use client';

import { useCallback } from 'react';
import type { ActionResult } from './server/user-action.ts';
import { useSession } from './session-client.tsx';
import { haptic } from './telegram.ts';

type Action<I, T extends object> = (token: string, input: I) => Promise<ActionResult<T>>;

const noAnswer = {
  ok: false,
  reason: 'failed',
  message: 'The server did not answer. See whether it was saved before you try again.',
} as const;

/**
 * Calls a server action as the signed-in user. Always resolves: a refusal, or no answer, comes back as `ok: false` with
 * words for the user.
 */
export function useAct() {
  const { token, expire } = useSession();
  return useCallback(
    async <I, T extends object>(action: Action<I, T>, input: I): Promise<ActionResult<T>> => {
      if (!token) return noAnswer;
      // A lost connection throws; so does an action that a newer server no longer knows.
      const result = await action(token, input).catch(() => noAnswer);
      if (!result.ok) {
        haptic('error');
        if (result.reason === 'signed-out') expire();
      }
      return result;
    },
    [token, expire],
  );
}
