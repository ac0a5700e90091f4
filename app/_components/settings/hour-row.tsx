import { hourWords } from '../../_texts/time.ts';
import { SelectRow } from './select-row.tsx';

type Props = { label: string; value: number; first?: number; last?: number; onSave: (hour: number) => void };

/** A full hour of the day to choose, between `first` and `last`. */
export function HourRow({ label, value, first = 0, last = 23, onSave }: Props) {
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return (
    <SelectRow label={label} value={String(value)} onChange={(hour) => onSave(Number(hour))}>
      {hours.map((hour) => (
        <option key={hour} value={hour}>
          {hourWords(hour)}
        </option>
      ))}
    </SelectRow>
  );
}
