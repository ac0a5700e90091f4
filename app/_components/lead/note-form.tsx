'use client';

import { useState } from 'react';
import { useAct } from '../../_lib/use-act.ts';
import { useBackButton } from '../../_lib/use-back-button.ts';
import { useUnsaved } from '../../_lib/use-unsaved.ts';
import { addNote } from '../../actions/leads.ts';
import { Field } from '../form/field.tsx';
import { useForm } from '../form/use-form.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import styles from './note-form.module.css';
import { useDiscard } from './use-discard.ts';

/** A small form inside the activity list; it keeps its own button, since the plan above may hold the main one. */
export function NoteForm({ leadId, onClose }: { leadId: string; onClose: () => void }) {
  const [text, setText] = useState('');
  const act = useAct();
  const { busy, problem, submit } = useForm(() => act(addNote, { leadId, text }), onClose);
  const dirty = text !== '';
  const leave = useDiscard(dirty, onClose);
  useUnsaved(dirty);
  useBackButton(leave);
  return (
    <form onSubmit={submit} className={styles.form}>
      {problem && <Alert>{problem}</Alert>}
      <Field label="Note" lines={2} required maxLength={4000} value={text} onChange={setText} focused />
      <div className={styles.acts}>
        <Button type="submit" disabled={busy || text.trim() === ''}>
          Save note
        </Button>
        <Button look="soft" onClick={leave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
