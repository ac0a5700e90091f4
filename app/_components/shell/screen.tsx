import type { ReactNode } from 'react';
import { cx } from '../../_lib/cx.ts';
import styles from './screen.module.css';

type Props = {
  title?: string;
  subtitle?: ReactNode;
  /** What stands at the end of the title's line. */
  aside?: ReactNode;
  /** Whether the tab bar lies over the foot of this screen. */
  tabs?: boolean;
  children: ReactNode;
};

/** One screen: its name, a line below it, and the content between the safe areas. */
export function Screen({ title, subtitle, aside, tabs = false, children }: Props) {
  return (
    <main className={cx(styles.screen, tabs && styles.tabs)}>
      {title && (
        <header className={styles.header}>
          <div>
            <h1 className={styles.title}>{title}</h1>
            {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
          </div>
          {aside}
        </header>
      )}
      {children}
    </main>
  );
}
