'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import { hasMainButton, hideMainButton, onMainButton, showMainButton } from '../../_lib/telegram.ts';
import { Button } from '../ui/button.tsx';
import styles from './submit-button.module.css';

const never = () => () => undefined;

/**
 * The one main act of the form around it: Telegram's main button, or a button of our own where Telegram has none. The
 * hidden one stays in the form, so that the Enter key submits.
 */
export function SubmitButton({ text, enabled, busy }: { text: string; enabled: boolean; busy: boolean }) {
  const native = useSyncExternalStore(never, hasMainButton, () => false);
  const own = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (native) showMainButton({ text, enabled, busy });
  }, [native, text, enabled, busy]);
  useEffect(() => {
    if (!native) return;
    const stop = onMainButton(() => own.current?.form?.requestSubmit());
    return () => {
      stop();
      hideMainButton();
    };
  }, [native]);
  return (
    <Button ref={own} type="submit" className={styles.submit} hidden={native} disabled={!enabled || busy}>
      {busy ? 'One moment…' : text}
    </Button>
  );
}
