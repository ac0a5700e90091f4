'use client';

import { useState } from 'react';
import type { SettingsView } from '#server/views/settings-view.ts';
import { awayTexts } from '../../_texts/away.ts';
import { Field } from '../form/field.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import styles from './away.module.css';
import { AwaySheet } from './away-sheet.tsx';
import { DeliveryNote } from './delivery-note.tsx';

/** First and last day off. What moves for them is shown before they are saved. */
export function Away({ value }: { value: SettingsView['away'] }) {
  const [from, setFrom] = useState(value?.from ?? '');
  const [until, setUntil] = useState(value?.until ?? '');
  const [asked, setAsked] = useState<'set' | 'end' | null>(null);
  const isNew = from !== (value?.from ?? '') || until !== (value?.until ?? '');
  return (
    <Section title={awayTexts.title}>
      <Card>
        <Field label={awayTexts.from} type="date" value={from} onChange={setFrom} />
        <Field label={awayTexts.until} type="date" value={until} onChange={setUntil} />
        <div className={styles.acts}>
          {(isNew || !value) && (
            <Button look="soft" disabled={!from || !until} onClick={() => setAsked('set')}>
              {value ? awayTexts.change : awayTexts.set}
            </Button>
          )}
          {value && (
            <Button look="soft" onClick={() => setAsked('end')}>
              {awayTexts.end}
            </Button>
          )}
        </div>
        <DeliveryNote>{awayTexts.hint}</DeliveryNote>
      </Card>
      {asked && (
        <AwaySheet period={asked === 'set' ? { from, until } : null} onClose={() => setAsked(null)} />
      )}
    </Section>
  );
}
