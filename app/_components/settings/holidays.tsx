import type { SettingsView } from '#server/views/settings-view.ts';
import { weekTexts } from '../../_texts/time.ts';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { DeliveryNote } from './delivery-note.tsx';
import { SelectRow } from './select-row.tsx';

export type Country = { code: string; name: string };

type Props = {
  settings: SettingsView;
  countries: readonly Country[];
  onSave: (country: string | null) => void;
};

/** The country whose public holidays are days off, and the next of them. */
export function Holidays({ settings, countries, onSave }: Props) {
  const { holidays, nextHoliday } = settings;
  return (
    <Section title={weekTexts.holidays}>
      <Card>
        <SelectRow
          label={weekTexts.country}
          value={holidays ?? ''}
          onChange={(code) => onSave(code === '' ? null : code)}
        >
          <option value="">{weekTexts.noCountry}</option>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectRow>
        <DeliveryNote>{nextHoliday ? weekTexts.next(nextHoliday) : weekTexts.noNext}</DeliveryNote>
      </Card>
    </Section>
  );
}
