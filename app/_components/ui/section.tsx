import { type ReactNode, useId } from 'react';
import { cx } from '../../_lib/cx.ts';
import styles from './section.module.css';

type Props = { title: string; late?: boolean; action?: ReactNode; children: ReactNode };

/** A part of a screen with its small heading, and perhaps one act at the end of that line. */
export function Section({ title, late = false, action, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={cx(styles.title, late && styles.late)}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
