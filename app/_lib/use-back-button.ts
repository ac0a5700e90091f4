'use client';

import { useEffect, useRef } from 'react';
import { onBack } from './telegram.ts';

/** Telegram's back button calls `handler` while this component is mounted and `active`; the last one mounted answers. */
export function useBackButton(handler: () => void, active = true): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => (active ? onBack(() => latest.current()) : undefined), [active]);
}
