import type { Column, Columns } from './csv-columns.ts';
import type { CsvRow } from './csv-rows.ts';
import type { Field } from './fields.ts';
import { isFirm, isRole } from './jobs.ts';
import { isName } from './names.ts';

/** What the values of a column look like, the surest first. */
const looks: [Field, (value: string) => boolean][] = [
  ['email', (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)],
  ['telegram', (value) => /^@\w{4,32}$|^(?:https?:\/\/)?t\.me\/\w{4,32}$/i.test(value)],
  ['phone', (value) => /^\+?[\d\s().-]{7,30}$/.test(value)],
  ['role', isRole],
  ['company', isFirm],
  ['name', (value) => isName(value) && value.includes(' ')],
];

/** What the columns of a table without a header are, by what is in most rows; null when none of them holds names. */
export function guessColumns(rows: CsvRow[]): Columns | null {
  const sample = rows.filter(({ broken }) => !broken).slice(0, 50);
  const width = Math.max(0, ...sample.map(({ cells }) => cells.length));
  const columns: Columns = { of: {}, others: [], named: false, width };
  for (let place = 0; place < width; place++) {
    const column: Column = { name: '', place };
    const values = sample.map(({ cells }) => (cells[place] ?? '').trim()).filter(Boolean);
    const field = looks.find(([field, fits]) => !columns.of[field] && mostly(values, fits))?.[0];
    if (field) columns.of[field] = [column];
    else columns.others.push(column);
  }
  return columns.of.name ? columns : null;
}

const mostly = (values: string[], fits: (value: string) => boolean) =>
  values.length > 0 && values.filter(fits).length > values.length / 2;
