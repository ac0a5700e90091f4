import type { StepView } from '#server/views/step-view.ts';
import { settledWords } from '../../_lib/step-words.ts';
import { anchorWords, eventTexts } from '../../_texts/events.ts';
import { Chip } from '../ui/chip.tsx';
import styles from './step-when.module.css';

/** When a step is due, or was settled, in one line. */
export function StepWhen({ step, unfolded }: { step: StepView; unfolded: boolean }) {
  const settled = settledWords(step);
  if (settled) return <span className={styles.hint}>{settled}</span>;
  if (!step.due) return <Chip tone="wait">{eventTexts.waits(step.anchor)}</Chip>;
  const late = step.due.tone === 'late';
  return (
    <span className={styles.line}>
      {late && <Chip tone="late">{step.due.short}</Chip>}
      {step.snoozed && <Chip tone="wait">snoozed until {step.snoozed}</Chip>}
      {!late && !step.snoozed && (unfolded || step.due.tone === 'today') && (
        <Chip tone="today">{step.due.words}</Chip>
      )}
      {!late && !step.snoozed && !unfolded && step.due.tone === 'later' && (
        <span className={styles.hint}>{step.due.words}</span>
      )}
      <span className={styles.anchor}>{anchorWords[step.anchor]}</span>
      {unfolded && step.timing && <span className={styles.hint}>{step.timing}</span>}
    </span>
  );
}
