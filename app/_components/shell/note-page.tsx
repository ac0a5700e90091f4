import type { ReactNode } from 'react';
import styles from './note-page.module.css';

type Props = { icon: ReactNode; title: string; text: string; children?: ReactNode };

/** A whole page that says one thing, with at most one way on. */
export function NotePage({ icon, title, text, children }: Props) {
  return (
    <main className={styles.page}>
      <span className={styles.mark}>{icon}</span>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.text}>{text}</p>
      {children && <div className={styles.action}>{children}</div>}
    </main>
  );
}
