'use client';

import { useState } from 'react';
import type { StepView } from '#server/views/step-view.ts';
import { copyText, haptic } from '../../_lib/telegram.ts';
import type { SettableStatus } from '../../_lib/use-step-acts.ts';
import { Button } from '../ui/button.tsx';
import { SnoozeButton } from './snooze-button.tsx';
import styles from './step-buttons.module.css';

/** What to do with a step: done, copy the draft, snooze, skip; or open a settled one again. */
export function StepButtons({
  step,
  resting,
  onSettle,
  onCopied,
}: {
  step: StepView;
  /** Nothing is sent about a lead that is closed or paused, so there is nothing to snooze. */
  resting: boolean;
  onSettle: (status: SettableStatus) => void;
  /** Told that the draft was copied. */
  onCopied: () => void;
}) {
  if (step.status !== 'open') {
    return (
      <div className={styles.buttons}>
        {step.draft && <CopyButton text={step.draft} onCopied={onCopied} />}
        <Button look="soft" onClick={() => onSettle('open')}>
          Open again
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.buttons}>
      <Button onClick={() => onSettle('done')}>Done</Button>
      {step.draft && <CopyButton text={step.draft} onCopied={onCopied} />}
      {!resting && step.due && <SnoozeButton step={step} onDrop={() => onSettle('skipped')} />}
      <Button look="soft" onClick={() => onSettle('skipped')}>
        Skip
      </Button>
    </div>
  );
}

function CopyButton({ text, onCopied }: { text: string; onCopied: () => void }) {
  const [copied, setCopied] = useState(false);
  async function copy(): Promise<void> {
    await copyText(text);
    haptic('success');
    setCopied(true);
    onCopied();
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
