import type { NextReminder } from '#server/views/delivery-proof-view.ts';
import { Card } from '../ui/card.tsx';
import type { Tone } from '../ui/chip.tsx';
import { Section } from '../ui/section.tsx';
import { DeliveryNote } from './delivery-note.tsx';
import { ReminderRow } from './reminder-row.tsx';

/** The reminders that come next, of all leads. */
export function NextReminders({ reminders }: { reminders: NextReminder[] }) {
  return (
    <Section title="Your next reminders">
      <Card>
        {reminders.length === 0 ? (
          <DeliveryNote>No reminder is planned. Each open step of a plan gets one, at its date.</DeliveryNote>
        ) : (
          <ul>
            {reminders.map((reminder) => (
              <ReminderRow key={reminder.stepId} about={reminder} {...chipOf(reminder)} />
            ))}
          </ul>
        )}
      </Card>
    </Section>
  );
}

/** The whole date, not the short one: this list is there to be checked. */
function chipOf({ state, due }: NextReminder): { tone: Tone; chip: string } {
  if (state === 'now') return { tone: 'today', chip: 'due now' };
  if (state === 'held') return { tone: 'wait', chip: `on hold, ${due.short}` };
  return due.tone === 'today'
    ? { tone: 'today', chip: `today, ${due.short}` }
    : { tone: 'later', chip: due.words };
}
