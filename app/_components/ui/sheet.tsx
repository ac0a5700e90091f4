'use client';

import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useBackButton } from '../../_lib/use-back-button.ts';
import styles from './sheet.module.css';

type Props = { title: string; text?: string; onClose: () => void; children: ReactNode };

/** A dialog that rises from the foot. Esc, the back button and a tap beside it close it. */
export function Sheet({ title, text, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useBackButton(onClose);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    const element = dialog.current;
    const closeBeside = (event: MouseEvent) => event.target === element && onClose();
    element?.addEventListener('click', closeBeside);
    return () => element?.removeEventListener('click', closeBeside);
  }, [onClose]);
  return (
    <dialog ref={dialog} className={styles.sheet} aria-labelledby={titleId} onClose={onClose}>
      <div className={styles.inside}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {text && <p className={styles.text}>{text}</p>}
        {children}
      </div>
    </dialog>
  );
}
