import type { ReactNode } from 'react';
import styles from './delivery-note.module.css';

/** A few words in a card that has no rows to show, or about those it has. */
export function DeliveryNote({ children }: { children: ReactNode }) {
  return <p className={styles.note}>{children}</p>;
}
