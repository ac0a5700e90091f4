'use client';

import { lazy, Suspense, useState } from 'react';
import type { StepView } from '#server/views/step-view.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { useToldAct } from '../../_lib/use-told-act.ts';
import { thirdTexts } from '../../_texts/snooze.ts';
import { setLeadStatus } from '../../actions/leads.ts';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { useToast } from '../ui/toast.tsx';

// Most steps are never put off three times, so the form is fetched when it is asked for.
const EditStep = lazy(() => import('./edit-step.tsx').then((module) => ({ default: module.EditStep })));

type Props = {
  step: StepView;
  /** What the server asks. */
  question: string;
  onAnyway: () => void;
  onDrop: () => void;
  onClose: () => void;
};

/** Asked instead of putting a step off for the third time: do it all the same, make it smaller, drop it, close the lead. */
export function ThirdSnoozeSheet({ step, question, onAnyway, onDrop, onClose }: Props) {
  const [editing, setEditing] = useState(false);
  const act = useAct();
  const tell = useToldAct();
  const toast = useToast();
  const refresh = useRefresh();

  async function closeLead(): Promise<void> {
    const result = await act(setLeadStatus, { leadId: step.leadId, status: 'lost' });
    if (result.ok) tell(result);
    else toast.warn(result.message);
    onClose();
    void refresh();
  }

  if (editing) {
    return (
      <Sheet title={thirdTexts.smaller} onClose={onClose}>
        <Suspense fallback={<SkeletonRows count={3} words={thirdTexts.loading} />}>
          <EditStep step={step} onClose={onClose} />
        </Suspense>
      </Sheet>
    );
  }
  return (
    <Sheet title={thirdTexts.title} text={question} onClose={onClose}>
      <Button onClick={() => setEditing(true)}>{thirdTexts.smaller}</Button>
      <Button look="soft" onClick={onAnyway}>
        {thirdTexts.anyway}
      </Button>
      <Button look="soft" onClick={onDrop}>
        {thirdTexts.drop}
      </Button>
      <Button look="danger" onClick={closeLead}>
        {thirdTexts.close}
      </Button>
    </Sheet>
  );
}
