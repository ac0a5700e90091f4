'use client';

import { useSWRConfig } from 'swr';
import type { LeadDetail, TodayView } from '#server/views/lead-view.ts';
import type { StepView } from '#server/views/step-view.ts';
import { useToast } from '../_components/ui/toast.tsx';
import { undoAct } from '../actions/acts.ts';
import { setStepStatus } from '../actions/steps.ts';
import type { ActionResult } from './server/user-action.ts';
import { leadWithStep, todayWithStep } from './step-views.ts';
import { haptic } from './telegram.ts';
import { useAct } from './use-act.ts';
import { useRefresh } from './use-refresh.ts';
import { useToldAct } from './use-told-act.ts';

/** What a person can make of a step. */
export type SettableStatus = Exclude<StepView['status'], 'cancelled'>;

const firstWords: Record<SettableStatus, string> = { open: 'Open again', done: 'Done', skipped: 'Skipped' };

/** What a person does with a step: tick, untick, skip. Ticks show at once and roll back when refused. */
export function useStepActs() {
  const { mutate } = useSWRConfig();
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();
  const tell = useToldAct();

  /** The new status shows at once, and goes away again when the answer is a refusal. */
  function showAtOnce(step: StepView, status: SettableStatus, answer: Promise<ActionResult>): void {
    const accepted = answer.then((result): undefined => {
      if (!result.ok) throw new Error(result.message);
    });
    const show = <T>(key: string, change: (view: T, stepId: string, status: SettableStatus) => T) =>
      mutate<T | undefined>(key, accepted, {
        optimisticData: (view) => view && change(view, step.id, status),
        populateCache: false,
        rollbackOnError: true,
        throwOnError: false,
      });
    void show<TodayView>('/api/today', todayWithStep);
    void show<LeadDetail>(`/api/leads/${step.leadId}`, leadWithStep);
  }

  async function setStatus(step: StepView, status: SettableStatus): Promise<void> {
    const before = step.status === 'cancelled' ? 'open' : step.status;
    const settled = { ...step, status };
    haptic(status === 'done' ? 'success' : 'tap');
    toast.say(firstWords[status], () => setStatus(settled, before));
    const answer = act(setStepStatus, { stepId: step.id, status });
    showAtOnce(step, status, answer);
    const result = await answer;
    if (!result.ok) toast.warn(result.message);
    else {
      const { act: told } = result;
      // What moved with it goes back as well, which setting the status would not do.
      tell(result, () => void (told ? takeBack(settled, before, told.id) : setStatus(settled, before)));
    }
    refresh();
  }

  async function takeBack(step: StepView, status: SettableStatus, actId: number): Promise<void> {
    haptic('tap');
    const answer = act(undoAct, { actId });
    showAtOnce(step, status, answer);
    const result = await answer;
    if (result.ok) toast.say(result.message);
    else toast.warn(result.message);
    refresh();
  }

  return { setStatus };
}
