'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import styles from './alert.module.css';

/** Words about what went wrong, brought into view and read out at once. */
export function Alert({ children }: { children: ReactNode }) {
  const words = useRef<HTMLParagraphElement>(null);
  useEffect(() => words.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <p ref={words} role="alert" className={styles.alert}>
      {children}
    </p>
  );
}
