import type { ReactNode } from 'react';
import styles from './select-row.module.css';

type Props = { label: string; value: string; onChange: (value: string) => void; children: ReactNode };

/** A labelled choice as one row of a card; `children` are its options. */
export function SelectRow({ label, value, onChange, children }: Props) {
  return (
    <label className={styles.row}>
      <span className={styles.label}>{label}</span>
      <span className={styles.box}>
        <select className={styles.select} value={value} onChange={(event) => onChange(event.target.value)}>
          {children}
        </select>
      </span>
    </label>
  );
}
