import { cx } from '../../_lib/cx.ts';
import styles from './check.module.css';
import { CheckMark, MinusMark } from './icons.tsx';

type Props = {
  status: 'open' | 'done' | 'skipped';
  /** What the box is about; read aloud. */
  label: string;
  accent?: boolean;
  onToggle: () => void;
};

/** The round checkbox. A skipped step shows a dash; unticking it opens it again. */
export function Check({ status, label, accent = false, onToggle }: Props) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        className={styles.input}
        checked={status !== 'open'}
        aria-label={status === 'skipped' ? `${label} (skipped)` : label}
        onChange={onToggle}
      />
      <span className={cx(styles.disc, styles[status], accent && styles.accent)}>
        {status === 'done' && <CheckMark />}
        {status === 'skipped' && <MinusMark />}
      </span>
    </label>
  );
}
