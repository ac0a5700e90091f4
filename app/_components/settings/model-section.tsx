'use client';

import type { ModelView } from '#server/views/model-view.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useSwitch } from '../../_lib/use-switch.ts';
import { modelTexts } from '../../_texts/model.ts';
import { setModel } from '../../actions/model.ts';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { DeliveryNote } from './delivery-note.tsx';
import styles from './model-section.module.css';
import { SwitchRow } from './switch-row.tsx';

/** Which model writes, what it is sent, and the switch that keeps it away. */
export function ModelSection({ model }: { model: ModelView }) {
  const { name } = model;
  const act = useAct();
  const [on, save] = useSwitch(!model.off, (may) => act(setModel, { off: !may }));
  const state = name && !on ? modelTexts.off(name) : modelTexts.writes(name ?? '');
  return (
    <Section title={modelTexts.title}>
      <Card>
        <DeliveryNote>
          {name ? state : modelTexts.none}
          {name && on && ` ${modelTexts.senses(model)}`}
        </DeliveryNote>
        {name && (
          <>
            <div className={styles.row}>
              <SwitchRow label={modelTexts.allow} hint={modelTexts.sent} checked={on} onChange={save} />
            </div>
            <p className={styles.used}>
              <span>{modelTexts.usedLabel}</span>
              <span>{modelTexts.used(model)}</span>
            </p>
          </>
        )}
      </Card>
    </Section>
  );
}
