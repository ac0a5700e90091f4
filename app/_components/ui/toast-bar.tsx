'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { cx } from '../../_lib/cx.ts';
import { toastTexts } from '../../_texts/ripple.ts';
import type { ToastContent } from './toast.tsx';
import styles from './toast-bar.module.css';

const stays = 6000;
/** A sentence about dates, and two things to choose from, take longer to read. */
const staysToChoose = 10_000;

/** The dark bar at the foot of the screen. Its live region is always there, so that screen readers notice the words. */
export function ToastBar({ toast, onClose }: { toast: ToastContent | null; onClose: () => void }) {
  const close = useRef(onClose);
  close.current = onClose;
  const shown = toast?.shown;
  const time = toast?.keepDates ? staysToChoose : stays;
  useEffect(() => {
    if (shown === undefined) return;
    const timer = setTimeout(() => close.current(), time);
    return () => clearTimeout(timer);
  }, [shown, time]);

  const inLead = /^\/leads\/(?!new$)/.test(usePathname());
  return (
    <div className={cx(styles.place, inLead && styles.low)} aria-live="polite">
      {toast && (
        <div className={cx(styles.bar, toast.warning && styles.warning, toast.keepDates && styles.tall)}>
          <p role={toast.warning ? 'alert' : undefined}>{toast.text}</p>
          {toast.undo && (
            <span className={styles.acts}>
              {toast.keepDates && (
                <button type="button" className={styles.act} onClick={toast.keepDates}>
                  {toastTexts.keepDates}
                </button>
              )}
              <button type="button" className={styles.act} onClick={toast.undo}>
                {toastTexts.undo}
              </button>
            </span>
          )}
        </div>
      )}
    </div>
  );
}
