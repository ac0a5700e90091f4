import type { ReactNode } from 'react';
import { cx } from '../../_lib/cx.ts';
import styles from './icon-button.module.css';

type Props = {
  label: string;
  disabled?: boolean;
  /** For what takes something away. */
  danger?: boolean;
  onClick: () => void;
  children: ReactNode;
};

/** A button that is one icon; `label` is what it is called. */
export function IconButton({ label, disabled, danger = false, onClick, children }: Props) {
  return (
    <button
      type="button"
      className={cx(styles.act, danger && styles.danger)}
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
