'use client';

import { type FormEvent, useState } from 'react';
import type { SnoozeKind } from '#server/plans/snooze.ts';
import type { SnoozeChoices } from '#server/views/snooze-choices.ts';
import { useRead } from '../../_lib/use-read.ts';
import type { SnoozeWish } from '../../_lib/use-snooze.ts';
import { snoozeTexts } from '../../_texts/snooze.ts';
import { Field } from '../form/field.tsx';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { Bone } from '../ui/skeleton.tsx';
import styles from './snooze-sheet.module.css';

type Props = { stepId: string; onChoose: (to: SnoozeWish) => void; onClose: () => void };

const kinds: SnoozeKind[] = ['1h', 'evening', 'tomorrow', 'monday'];

/** When to be reminded again. Each choice says which moment it means; that is the server's to work out. */
export function SnoozeSheet({ stepId, onChoose, onClose }: Props) {
  const { data } = useRead<SnoozeChoices>(`/api/steps/${stepId}/snooze`);
  const [picked, setPicked] = useState<string | null>(null);
  const local = picked ?? data?.suggested ?? '';
  const untilOf = (kind: SnoozeKind) => data?.choices.find(({ to }) => to === kind)?.until;
  function pick(event: FormEvent): void {
    event.preventDefault();
    if (local) onChoose({ local });
  }
  return (
    <Sheet title={snoozeTexts.title} onClose={onClose}>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" className={styles.choice} onClick={() => onChoose(kind)}>
              <span className={styles.words}>{snoozeTexts.kinds[kind]}</span>
              <span className={styles.until}>{untilOf(kind) ?? <Waiting />}</span>
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={pick} className={styles.pick}>
        <Field label={snoozeTexts.pick} type="datetime-local" value={local} onChange={setPicked} />
        <Button look="soft" type="submit" disabled={!local}>
          {snoozeTexts.picked}
        </Button>
      </form>
    </Sheet>
  );
}

function Waiting() {
  return (
    <>
      <span className="visually-hidden">{snoozeTexts.loading}</span>
      <Bone size="s" />
    </>
  );
}
