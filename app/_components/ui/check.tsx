import type { StepView } from '#server/views/step-view.ts';
import { cx } from '../../_lib/cx.ts';
import styles from './check.module.css';
import { CheckMark, MinusMark } from './icons.tsx';

type Props = {
  status: StepView['status'];
  /** What the box is about; read aloud. */
  label: string;
  accent?: boolean;
  onToggle: () => void;
};

/** The round checkbox. A skipped step shows a dash; unticking it opens it again. */
export function Check({ status, label, accent = false, onToggle }: Props) {
  const isLeftOut = status === 'skipped' || status === 'cancelled';
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        className={styles.input}
        checked={status !== 'open'}
        aria-label={isLeftOut ? `${label} (${status})` : label}
        onChange={onToggle}
      />
      <span className={cx(styles.disc, styles[isLeftOut ? 'skipped' : status], accent && styles.accent)}>
        {status === 'done' && <CheckMark />}
        {isLeftOut && <MinusMark />}
      </span>
    </label>
  );
}
