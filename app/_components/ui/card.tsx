import type { ReactNode } from 'react';
import { cx } from '../../_lib/cx.ts';
import styles from './card.module.css';

/** The white box on the page's ground that holds rows; `padded` for anything that is not rows. */
export function Card({ padded = false, children }: { padded?: boolean; children: ReactNode }) {
  return <div className={cx(styles.card, padded && styles.padded)}>{children}</div>;
}
