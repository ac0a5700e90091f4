'use client';

import { useState } from 'react';
import type { CaptureView } from '#server/views/capture-view.ts';
import type { ActionResult } from '../../_lib/server/user-action.ts';
import { haptic } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { captureListTexts, captureTexts } from '../../_texts/captures.ts';
import { cancelCapture, saveAll } from '../../actions/captures.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { useToast } from '../ui/toast.tsx';

/** Saving everybody on a card but those at the places `without`, or nobody. */
export function useSaveAll(capture: CaptureView, without: number[]) {
  const act = useAct();
  const toast = useToast();
  const confirm = useConfirm();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { id: captureId } = capture;

  async function run(send: () => Promise<ActionResult<{ message: string }>>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const result = await send();
    if (result.ok) {
      haptic('success');
      toast.say(result.message);
    } else setProblem(result.message);
    await refresh();
    setBusy(false);
  }

  async function discard(): Promise<void> {
    const open = capture.people.filter(({ state }) => state === 'open').length;
    const yes = await confirm({
      title: captureListTexts.discardTitle,
      message: captureListTexts.discardText(open),
      action: captureTexts.cancel,
    });
    if (yes) await run(() => act(cancelCapture, { captureId }));
  }

  return {
    busy,
    problem,
    save: (withPlans: boolean) => run(() => act(saveAll, { captureId, withPlans, without })),
    discard,
  };
}
