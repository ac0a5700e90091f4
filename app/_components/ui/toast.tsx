'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { ToastBar } from './toast-bar.tsx';

export type ToastContent = {
  text: string;
  warning: boolean;
  undo?: () => void;
  keepDates?: () => void;
  shown: number;
};

type Toasts = {
  /** Says what happened; offers to take it back with `undo`, or with `keepDates` only what moved with it. */
  say: (text: string, undo?: () => void, keepDates?: () => void) => void;
  /** Says what was refused. */
  warn: (text: string) => void;
};

const ToastContext = createContext<Toasts | null>(null);

export function useToast(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error('useToast needs a ToastProvider around it');
  return toasts;
}

/** One bar at the foot: a new message takes the place of the old one and stays for its own seconds. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<ToastContent | null>(null);
  const toasts = useMemo(() => {
    const put = (content: Omit<ToastContent, 'shown'>) =>
      setToast((before) => ({ ...content, shown: (before?.shown ?? 0) + 1 }));
    return {
      say: (text: string, undo?: () => void, keepDates?: () => void) =>
        put({ text, warning: false, undo, keepDates }),
      warn: (text: string) => put({ text, warning: true }),
    };
  }, []);
  return (
    <ToastContext value={toasts}>
      {children}
      <ToastBar toast={toast} onClose={() => setToast(null)} />
    </ToastContext>
  );
}
