import type { DeliveryTrouble } from '#server/views/delivery-proof-view.ts';
import { Card } from '../ui/card.tsx';
import type { Tone } from '../ui/chip.tsx';
import { Section } from '../ui/section.tsx';
import { DeliveryNote } from './delivery-note.tsx';
import styles from './delivery-troubles.module.css';
import { ReminderRow } from './reminder-row.tsx';

const chips: Record<DeliveryTrouble['kind'], { tone: Tone; chip: string }> = {
  held: { tone: 'wait', chip: 'on hold' },
  unconfirmed: { tone: 'wait', chip: 'unconfirmed' },
  failed: { tone: 'late', chip: 'given up' },
  waiting: { tone: 'wait', chip: 'trying again' },
};

type Props = { troubles: DeliveryTrouble[]; held: boolean };

/** Every reminder that did not go as it should, why, and what happens next. */
export function DeliveryTroubles({ troubles, held }: Props) {
  return (
    <Section title="What did not go as it should">
      <Card>
        {troubles.length === 0 ? (
          <DeliveryNote>{held ? noneMissed : allWell}</DeliveryNote>
        ) : (
          <ul>
            {troubles.map((trouble) => (
              <ReminderRow key={trouble.stepId} about={trouble} {...chips[trouble.kind]}>
                <span className={styles.why}>{trouble.why}</span>
                <span className={styles.next}>{trouble.next}</span>
              </ReminderRow>
            ))}
          </ul>
        )}
      </Card>
    </Section>
  );
}

const allWell = 'Nothing. Every reminder that was due went out as planned.';
const noneMissed = 'No reminder has come due since Telegram began to refuse my messages.';
