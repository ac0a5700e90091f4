'use client';

import { useEffect, useState } from 'react';
import { type LeadFields, noFields } from './fields.ts';

/**
 * What was typed into a form, kept in this window under `key` over a change of screen or a reload, until it is again
 * what the form started with. `start` must stay the same object.
 */
export function useKept<T extends object>(key: string, start: T): [T, (fields: T) => void] {
  const [fields, setFields] = useState(start);
  // After hydration, since the server cannot know what was kept.
  useEffect(() => setFields(readKept(key, start)), [key, start]);
  function keep(next: T): void {
    setFields(next);
    if (JSON.stringify(next) === JSON.stringify(start)) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, JSON.stringify(next));
  }
  return [fields, keep];
}

function readKept<T extends object>(key: string, start: T): T {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? '{}');
    return { ...start, ...(kept as Partial<T>) };
  } catch {
    return start;
  }
}

/** The new-lead form. */
export const useKeptDraft = (): [LeadFields, (fields: LeadFields) => void] =>
  useKept('followthrough/new-lead', noFields);
