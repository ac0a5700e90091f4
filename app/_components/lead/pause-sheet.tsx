'use client';

import { type FormEvent, useState } from 'react';
import type { LeadDetail } from '#server/views/lead-view.ts';
import { pauseTexts } from '../../_texts/pause.ts';
import { Field } from '../form/field.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import styles from './event-sheet.module.css';
import { usePause } from './use-pause.ts';

type Props = { lead: LeadDetail; reason: 'paused' | 'waiting'; onClose: () => void };

/** Pauses a plan, or says what it waits for; a day to hear of it again is optional. A refusal stays in the sheet. */
export function PauseSheet({ lead, reason, onClose }: Props) {
  const [what, setWhat] = useState(lead.pause?.waitingFor ?? '');
  const [wake, setWake] = useState(lead.pause?.wakeDay ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const { pause, busy } = usePause(lead.id);
  const waits = reason === 'waiting';

  async function submit(form: FormEvent): Promise<void> {
    form.preventDefault();
    const wakeLocal = wake || null;
    const wanted = waits ? { reason, waitingFor: what, wakeLocal } : { reason, waitingFor: null, wakeLocal };
    const refused = await pause(wanted);
    if (refused) setProblem(refused);
    else onClose();
  }

  return (
    <Sheet
      title={waits ? pauseTexts.waitTitle : pauseTexts.pauseTitle}
      text={pauseTexts.hint}
      onClose={onClose}
    >
      <form onSubmit={submit} className={styles.form} noValidate>
        {problem && <Alert>{problem}</Alert>}
        {waits && (
          <Field
            label={pauseTexts.what}
            placeholder={pauseTexts.example}
            maxLength={200}
            required
            focused
            value={what}
            onChange={setWhat}
          />
        )}
        <Field label={pauseTexts.wake} type="date" value={wake} onChange={setWake} />
        <Button type="submit" disabled={busy || (waits && what.trim() === '')}>
          {waits ? pauseTexts.waiting : pauseTexts.pause}
        </Button>
        <Button look="soft" onClick={onClose}>
          {pauseTexts.cancel}
        </Button>
      </form>
    </Sheet>
  );
}
