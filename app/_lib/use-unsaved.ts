'use client';

import { useEffect } from 'react';
import { askBeforeClosing } from './telegram.ts';

/** While `dirty`, Telegram asks before it closes the Mini App. */
export function useUnsaved(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    askBeforeClosing(true);
    return () => askBeforeClosing(false);
  }, [dirty]);
}
