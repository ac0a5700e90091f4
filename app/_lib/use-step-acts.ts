'use client';

import { useSWRConfig } from 'swr';
import type { SnoozeLength } from '#server/plans/snooze.ts';
import type { LeadDetail, TodayView } from '#server/views/lead-view.ts';
import type { StepView } from '#server/views/step-view.ts';
import { useToast } from '../_components/ui/toast.tsx';
import { setStepStatus, snoozeStep } from '../actions.ts';
import { leadWithStep, todayWithStep } from './step-views.ts';
import { haptic } from './telegram.ts';
import { useAct } from './use-act.ts';
import { useRefresh } from './use-refresh.ts';

type Status = StepView['status'];

const firstWords: Record<Status, string> = { open: 'Open again', done: 'Done', skipped: 'Skipped' };

/** What a person does with a step: tick, untick, skip, snooze. Ticks show at once and roll back when refused. */
export function useStepActs() {
  const { mutate } = useSWRConfig();
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();

  async function setStatus(step: StepView, status: Status): Promise<void> {
    const undo = () => setStatus({ ...step, status }, step.status);
    haptic(status === 'done' ? 'success' : 'tap');
    toast.say(firstWords[status], undo);
    const answer = act(setStepStatus, { stepId: step.id, status });
    const accepted = answer.then((result): undefined => {
      if (!result.ok) throw new Error(result.message);
    });
    const show = <T>(key: string, change: (view: T, stepId: string, status: Status) => T) =>
      mutate<T | undefined>(key, accepted, {
        optimisticData: (view) => view && change(view, step.id, status),
        populateCache: false,
        rollbackOnError: true,
        throwOnError: false,
      });
    void show<TodayView>('/api/today', todayWithStep);
    void show<LeadDetail>(`/api/leads/${step.leadId}`, leadWithStep);
    const result = await answer;
    if (result.ok) toast.say(result.message, undo);
    else toast.warn(result.message);
    refresh();
  }

  async function snooze(step: StepView, length: SnoozeLength): Promise<void> {
    haptic('tap');
    const result = await act(snoozeStep, { stepId: step.id, length });
    if (result.ok) toast.say(result.message);
    else toast.warn(result.message);
    refresh();
  }

  return { setStatus, snooze };
}
