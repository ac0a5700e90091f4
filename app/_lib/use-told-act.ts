'use client';

import { useToast } from '../_components/ui/toast.tsx';
import { keepDates, undoAct } from '../actions/acts.ts';
import type { ToldAct } from './server/tell-act.ts';
import { haptic } from './telegram.ts';
import { useAct } from './use-act.ts';
import { useRefresh } from './use-refresh.ts';

type Answer = { message: string; act: ToldAct | null };

/**
 * Says in the bar what an act did, with Undo, and "Keep dates" where later steps moved with it. `undo` takes the place
 * of taking the act back as it is, for those who show that at once.
 */
export function useToldAct(): (answer: Answer, undo?: () => void) => void {
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();

  async function takeBack(actId: number): Promise<void> {
    haptic('tap');
    const result = await act(undoAct, { actId });
    if (result.ok) toast.say(result.message);
    else toast.warn(result.message);
    void refresh();
  }

  async function keep(actId: number): Promise<void> {
    haptic('tap');
    const result = await act(keepDates, { actId });
    if (result.ok) tell(result);
    else toast.warn(result.message);
    void refresh();
  }

  function tell({ message, act: told }: Answer, undo?: () => void): void {
    if (!told) toast.say(message, undo);
    else
      toast.say(
        message,
        undo ?? (() => void takeBack(told.id)),
        told.moved > 0 ? () => void keep(told.id) : undefined,
      );
  }

  return tell;
}
