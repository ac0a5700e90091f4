'use client';

import { useEffect, useState } from 'react';
import { type LeadFields, noFields, sameFields } from './fields.ts';

const key = 'followthrough/new-lead';

function readKept(): LeadFields {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(key) ?? '{}');
    return { ...noFields, ...(kept as Partial<LeadFields>) };
  } catch {
    return noFields;
  }
}

/** What was typed into the new-lead form, kept in this window over a change of screen or a reload. */
export function useKeptDraft(): [LeadFields, (fields: LeadFields) => void] {
  const [fields, setFields] = useState(noFields);
  // After hydration, since the server cannot know what was kept.
  useEffect(() => setFields(readKept()), []);
  function keep(next: LeadFields): void {
    setFields(next);
    if (sameFields(next, noFields)) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, JSON.stringify(next));
  }
  return [fields, keep];
}
