'use client';

import { type FormEvent, useState } from 'react';
import type { EventView } from '#server/views/event-view.ts';
import { haptic } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { useToldAct } from '../../_lib/use-told-act.ts';
import { eventTexts } from '../../_texts/events.ts';
import { setEventDate } from '../../actions/events.ts';
import { Field } from '../form/field.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import styles from './event-sheet.module.css';

type Props = { leadId: string; event: EventView; onClose: () => void };

/** When an event is: a day and a time, or none yet. A refusal stays in the sheet, with what was typed. */
export function EventSheet({ leadId, event: { event, local: known }, onClose }: Props) {
  const [local, setLocal] = useState(known ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const act = useAct();
  const tell = useToldAct();
  const refresh = useRefresh();

  async function save(date: string | null): Promise<void> {
    setBusy(true);
    haptic('tap');
    const result = await act(setEventDate, { leadId, event, local: date });
    setBusy(false);
    if (!result.ok) return setProblem(result.message);
    tell(result);
    onClose();
    void refresh();
  }

  function submit(form: FormEvent): void {
    form.preventDefault();
    if (local) void save(local);
  }

  return (
    <Sheet title={eventTexts.question(event)} text={eventTexts.hint} onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        {problem && <Alert>{problem}</Alert>}
        <Field label={eventTexts.day} type="datetime-local" required value={local} onChange={setLocal} />
        <Button type="submit" disabled={busy || !local}>
          {eventTexts.save}
        </Button>
        {known && (
          <Button look="soft" disabled={busy} onClick={() => save(null)}>
            {eventTexts.clear}
          </Button>
        )}
        <Button look="soft" onClick={onClose}>
          {eventTexts.cancel}
        </Button>
      </form>
    </Sheet>
  );
}
