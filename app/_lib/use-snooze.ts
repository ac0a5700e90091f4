'use client';

import type { SnoozeKind } from '#server/plans/snooze.ts';
import { useToast } from '../_components/ui/toast.tsx';
import { snoozeStep, wakeStep } from '../actions/snooze.ts';
import { haptic } from './telegram.ts';
import { useAct } from './use-act.ts';
import { useRefresh } from './use-refresh.ts';
import { useToldAct } from './use-told-act.ts';

/** Until a choice, or a wall time the person picked. */
export type SnoozeWish = SnoozeKind | { local: string };

/** Putting a step off, and waking it. */
export function useSnooze() {
  const act = useAct();
  const toast = useToast();
  const tell = useToldAct();
  const refresh = useRefresh();

  /** Resolves to the question that has to be asked first; null when it was done, or refused in words. */
  async function snooze(stepId: string, to: SnoozeWish, anyway = false): Promise<string | null> {
    haptic('tap');
    const result = await act(snoozeStep, { stepId, to, anyway });
    if (result.ok && result.asks) return result.asks;
    if (result.ok) tell(result);
    else toast.warn(result.message);
    void refresh();
    return null;
  }

  async function wake(stepId: string): Promise<void> {
    haptic('tap');
    const result = await act(wakeStep, { stepId });
    if (result.ok) toast.say(result.message);
    else toast.warn(result.message);
    void refresh();
  }

  return { snooze, wake };
}
