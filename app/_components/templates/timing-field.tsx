'use client';

import type { TimingView } from '#server/views/template-view.ts';
import { useDebounced } from '../../_lib/use-debounced.ts';
import { useRead } from '../../_lib/use-read.ts';
import { meaningWords, templateForm } from '../../_texts/templates.ts';
import { Field } from '../form/field.tsx';

/** When a step comes, in words, with what they mean below: that is the server's to work out. */
export function TimingField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const rested = useDebounced(value.trim(), 300);
  const { data } = useRead<TimingView>(`/api/templates/timing?words=${encodeURIComponent(rested)}`, {
    keepPreviousData: true,
  });
  const hint = value.trim() === '' ? meaningWords('', null) : data && meaningWords(rested, data.meaning);
  return (
    <Field
      label={templateForm.timing}
      placeholder={templateForm.timingExample}
      maxLength={200}
      hint={hint ?? '…'}
      value={value}
      onChange={onChange}
    />
  );
}
