import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** Amber words about what waits, with the way on below them; `label` names it for those who listen. */
export function Notice({ label, children }: { label: string; children: ReactNode }) {
  return (
    <aside className={styles.notice} aria-label={label}>
      {children}
    </aside>
  );
}
