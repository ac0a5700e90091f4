'use client';

import { useState } from 'react';
import type { LeadPage } from '#server/views/lead-view.ts';
import { isClosed } from '../../_lib/lead-words.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useBackButton } from '../../_lib/use-back-button.ts';
import { useUnsaved } from '../../_lib/use-unsaved.ts';
import { proposalTexts } from '../../_texts/proposals.ts';
import { addNote } from '../../actions/leads.ts';
import { noteAndReview } from '../../actions/proposals.ts';
import { Field } from '../form/field.tsx';
import { useForm } from '../form/use-form.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './note-form.module.css';
import { useDiscard } from './use-discard.ts';

/** A small form inside the activity list; it keeps its own button, since the plan above may hold the main one. */
export function NoteForm({ lead, onClose }: { lead: LeadPage; onClose: () => void }) {
  const { id: leadId } = lead;
  const [text, setText] = useState('');
  const act = useAct();
  const toast = useToast();
  const { busy, problem, submit } = useForm(() => act(addNote, { leadId, text }), onClose);
  const review = useForm(() => act(noteAndReview, { leadId, text }), finish);
  function finish({ message }: { message: string }): void {
    toast.say(message);
    onClose();
  }
  const dirty = text !== '';
  const leave = useDiscard(dirty, onClose);
  const waits = busy || review.busy || text.trim() === '';
  useUnsaved(dirty);
  useBackButton(leave);
  return (
    <form onSubmit={submit} className={styles.form}>
      {(problem ?? review.problem) && <Alert>{problem ?? review.problem}</Alert>}
      <Field label="Note" lines={2} required maxLength={4000} value={text} onChange={setText} focused />
      <div className={styles.acts}>
        <Button type="submit" disabled={waits}>
          Save note
        </Button>
        {mayFollow(lead) && (
          <Button look="soft" disabled={waits} onClick={review.submit}>
            {proposalTexts.follow}
          </Button>
        )}
        <Button look="soft" onClick={leave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** Only open steps without a date of the person's own can follow. */
const mayFollow = ({ writes, work, status, steps }: LeadPage) =>
  writes &&
  work === null &&
  !isClosed(status) &&
  steps.some((step) => step.status === 'open' && step.anchor !== 'pinned');
