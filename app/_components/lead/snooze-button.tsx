'use client';

import { useState } from 'react';
import type { StepView } from '#server/views/step-view.ts';
import { type SnoozeWish, useSnooze } from '../../_lib/use-snooze.ts';
import { Button } from '../ui/button.tsx';
import { SnoozeSheet } from './snooze-sheet.tsx';
import { ThirdSnoozeSheet } from './third-snooze-sheet.tsx';

/** Snooze, with the sheets behind it: until when, and the question before a third time. */
export function SnoozeButton({ step, onDrop }: { step: StepView; onDrop: () => void }) {
  const [choosing, setChoosing] = useState(false);
  const [asked, setAsked] = useState<{ to: SnoozeWish; question: string } | null>(null);
  const { snooze } = useSnooze();

  async function choose(to: SnoozeWish): Promise<void> {
    setChoosing(false);
    const question = await snooze(step.id, to);
    if (question) setAsked({ to, question });
  }
  function anyway(to: SnoozeWish): void {
    setAsked(null);
    void snooze(step.id, to, true);
  }
  function drop(): void {
    setAsked(null);
    onDrop();
  }

  return (
    <>
      <Button look="soft" onClick={() => setChoosing(true)}>
        Snooze
      </Button>
      {choosing && <SnoozeSheet stepId={step.id} onChoose={choose} onClose={() => setChoosing(false)} />}
      {asked && (
        <ThirdSnoozeSheet
          step={step}
          question={asked.question}
          onAnyway={() => anyway(asked.to)}
          onDrop={drop}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
