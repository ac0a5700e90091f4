import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { SelectRow } from './select-row.tsx';

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** The hour of the day at which steps fall due when nothing says another. */
export function ReminderHour({ value, onSave }: { value: number; onSave: (hour: number) => void }) {
  return (
    <Section title="Reminders">
      <Card>
        <SelectRow label="Remind me at" value={String(value)} onChange={(hour) => onSave(Number(hour))}>
          {hours.map((hour) => (
            <option key={hour} value={hour}>
              {String(hour).padStart(2, '0')}:00
            </option>
          ))}
        </SelectRow>
      </Card>
    </Section>
  );
}
