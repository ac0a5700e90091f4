'use client';

import type { ReactNode } from 'react';
import type { ActionResult } from '../../_lib/server/user-action.ts';
import { useBackButton } from '../../_lib/use-back-button.ts';
import { useUnsaved } from '../../_lib/use-unsaved.ts';
import { SubmitButton } from '../form/submit-button.tsx';
import { useForm } from '../form/use-form.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import styles from './step-form.module.css';
import { useDiscard } from './use-discard.ts';

type Props<T extends object> = {
  submitText: string;
  /** Whether there is enough to send. */
  ready: boolean;
  dirty: boolean;
  send: () => Promise<ActionResult<T>>;
  /** Told what the server answered, before the form closes. */
  onSaved?: (result: T) => void;
  onClose: () => void;
  /** The fields. */
  children: ReactNode;
};

/** What the two step forms share: sending, refusals in words, and leaving without a loss. */
export function StepForm<T extends object>({
  submitText,
  ready,
  dirty,
  send,
  onSaved,
  onClose,
  children,
}: Props<T>) {
  const { busy, problem, submit } = useForm(send, (result) => {
    onSaved?.(result);
    onClose();
  });
  const leave = useDiscard(dirty, onClose);
  useUnsaved(dirty);
  useBackButton(leave);
  return (
    <form onSubmit={submit} className={styles.form}>
      {problem && <Alert>{problem}</Alert>}
      <div className={styles.fields}>{children}</div>
      <div className={styles.acts}>
        <SubmitButton text={submitText} enabled={ready} busy={busy} />
        <Button look="soft" onClick={leave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
