'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { cx } from '../../_lib/cx.ts';
import type { ToastContent } from './toast.tsx';
import styles from './toast-bar.module.css';

const stays = 6000;

/** The dark bar at the foot of the screen. Its live region is always there, so that screen readers notice the words. */
export function ToastBar({ toast, onClose }: { toast: ToastContent | null; onClose: () => void }) {
  const close = useRef(onClose);
  close.current = onClose;
  const shown = toast?.shown;
  useEffect(() => {
    if (shown === undefined) return;
    const timer = setTimeout(() => close.current(), stays);
    return () => clearTimeout(timer);
  }, [shown]);

  const inLead = /^\/leads\/(?!new$)/.test(usePathname());
  return (
    <div className={cx(styles.place, inLead && styles.low)} aria-live="polite">
      {toast && (
        <div className={cx(styles.bar, toast.warning && styles.warning)}>
          <p role={toast.warning ? 'alert' : undefined}>{toast.text}</p>
          {toast.undo && (
            <button type="button" className={styles.undo} onClick={toast.undo}>
              Undo
            </button>
          )}
        </div>
      )}
    </div>
  );
}
