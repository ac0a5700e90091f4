'use client';

import { haptic } from '../../_lib/telegram.ts';
import { sendTexts } from '../../_texts/steps.ts';
import { Button } from '../ui/button.tsx';
import styles from './sent-it.module.css';

type Props = { asked: boolean; onYes: () => void; onNo: () => void };

/** Asked once the draft was copied or opened somewhere: whether it was sent, which is the step done. */
export function SentIt({ asked, onYes, onNo }: Props) {
  function no(): void {
    haptic('tap');
    onNo();
  }
  return (
    // There before it says something, so that a screen reader hears it.
    <div aria-live="polite">
      {asked && (
        <div className={styles.sent}>
          <p className={styles.words}>{sendTexts.sentIt}</p>
          <Button onClick={onYes}>{sendTexts.yes}</Button>
          <Button look="soft" onClick={no}>
            {sendTexts.no}
          </Button>
        </div>
      )}
    </div>
  );
}
