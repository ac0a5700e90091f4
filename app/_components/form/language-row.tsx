import { languageNames, languageTexts } from '../../_texts/languages.ts';
import { SelectRow } from '../settings/select-row.tsx';
import rows from '../ui/row.module.css';

type Props = { value: string; onChange: (code: string) => void };

/** In which language drafts are written, as one row of a card; `value` is an ISO 639-1 code, '' for "as in the notes". */
export function LanguageRow({ value, onChange }: Props) {
  const known = value === '' || value in languageNames;
  return (
    <div className={rows.row}>
      <SelectRow label={languageTexts.label} value={value} onChange={onChange}>
        <option value="">{languageTexts.asNotes}</option>
        {Object.entries(languageNames).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
        {!known && <option value={value}>{value}</option>}
      </SelectRow>
    </div>
  );
}
