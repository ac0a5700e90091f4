import type { ReactNode } from 'react';
import { cx } from '../../_lib/cx.ts';
import styles from './chip.module.css';

export type Tone = 'late' | 'today' | 'later' | 'wait' | 'done';

/** A few words with a tone: red for late, blue for now, amber for waiting, green for done; "later" is plain text. */
export function Chip({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={cx(styles.chip, styles[tone])}>{children}</span>;
}
