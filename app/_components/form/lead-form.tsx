'use client';

import type { ReactNode } from 'react';
import type { ActionResult } from '../../_lib/server/user-action.ts';
import { Alert } from '../ui/alert.tsx';
import type { LeadFields as Fields } from './fields.ts';
import { LeadFields } from './lead-fields.tsx';
import styles from './lead-form.module.css';
import { SubmitButton } from './submit-button.tsx';
import { useForm } from './use-form.ts';

type Props<T extends object> = {
  fields: Fields;
  onChange: (fields: Fields) => void;
  submitText: string;
  send: () => Promise<ActionResult<T>>;
  done: (result: T) => void;
  /** What stands below the fields. */
  children?: ReactNode;
};

/** The form for a new lead and for a known one. */
export function LeadForm<T extends object>({ fields, onChange, submitText, send, done, children }: Props<T>) {
  const { busy, problem, submit } = useForm(send, done);
  return (
    // The server says what is wrong, in our words; the browser's own bubbles are cut off in some Telegram clients.
    <form onSubmit={submit} noValidate>
      {problem && (
        <div className={styles.problem}>
          <Alert>{problem}</Alert>
        </div>
      )}
      <LeadFields fields={fields} onChange={onChange} />
      {children}
      <SubmitButton text={submitText} enabled={fields.name.trim() !== ''} busy={busy} />
    </form>
  );
}
