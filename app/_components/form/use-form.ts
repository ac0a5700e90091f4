'use client';

import { type FormEvent, useState } from 'react';
import type { ActionResult } from '../../_lib/server/user-action.ts';
import { haptic, hideScreenKeyboard } from '../../_lib/telegram.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';

/**
 * Sends a form once at a time. What was typed stays when the server refuses; its words come back as `problem`.
 * `send` does the act, `done` goes on with what it returned.
 */
export function useForm<T extends object>(send: () => Promise<ActionResult<T>>, done: (result: T) => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = useRefresh();

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    hideScreenKeyboard();
    const result = await send();
    setBusy(false);
    if (!result.ok) return setProblem(result.message);
    haptic('success');
    void refresh();
    done(result);
  }

  return { busy, problem, submit };
}
