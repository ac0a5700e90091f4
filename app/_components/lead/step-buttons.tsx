'use client';

import { useState } from 'react';
import type { SnoozeLength } from '#server/plans/snooze.ts';
import type { StepView } from '#server/views/step-view.ts';
import { copyText, haptic } from '../../_lib/telegram.ts';
import { useStepActs } from '../../_lib/use-step-acts.ts';
import { Button } from '../ui/button.tsx';
import { SnoozeSheet } from './snooze-sheet.tsx';
import styles from './step-buttons.module.css';

/** What to do with a step: done, copy the draft, snooze, skip; or open a settled one again. */
export function StepButtons({
  step,
  closed,
  onSettle,
}: {
  step: StepView;
  /** A closed lead has no reminders, so there is nothing to snooze. */
  closed: boolean;
  onSettle: (status: StepView['status']) => void;
}) {
  const [snoozing, setSnoozing] = useState(false);
  const { snooze } = useStepActs();
  const closeSheet = () => setSnoozing(false);
  function choose(length: SnoozeLength): void {
    closeSheet();
    void snooze(step, length);
  }
  if (step.status !== 'open') {
    return (
      <div className={styles.buttons}>
        {step.draft && <CopyButton text={step.draft} />}
        <Button look="soft" onClick={() => onSettle('open')}>
          Open again
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.buttons}>
      <Button onClick={() => onSettle('done')}>Done</Button>
      {step.draft && <CopyButton text={step.draft} />}
      {!closed && (
        <Button look="soft" onClick={() => setSnoozing(true)}>
          Snooze
        </Button>
      )}
      <Button look="soft" onClick={() => onSettle('skipped')}>
        Skip
      </Button>
      {snoozing && <SnoozeSheet onChoose={choose} onClose={closeSheet} />}
    </div>
  );
}

function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    await copyText(text);
    haptic('success');
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  }
  return (
    <Button
      look="soft"
      onClick={copy}
      aria-live="polite"
      aria-label={copied ? 'Draft copied' : 'Copy the draft'}
    >
      {copied ? 'Copied' : 'Copy'}
    </Button>
  );
}
