import type { CapturedPerson, SpoiltRow } from '../../db/stored-json.ts';
import { type Columns, columnsOf, mappingWords } from './csv-columns.ts';
import { guessColumns } from './csv-guess.ts';
import { type CsvRow, readRows } from './csv-rows.ts';
import type { Field } from './fields.ts';
import { type Given, maxPeople, personFrom } from './given.ts';
import { unguarded } from './own-columns.ts';

export type CsvReading = { people: CapturedPerson[]; spoilt: SpoiltRow[]; mapping: string };

/** LinkedIn and others write remarks above the header. */
const maxPreamble = 15;

/** Reading stops there: it is more than enough for all people with rows that occur twice and empty ones. */
const maxRows = 5 * maxPeople;

/**
 * The people of a table: columns by their names in five languages, or by what is in them where there is no header. A row
 * that occurs twice counts once. Null when it is no table of people, 'too-many' when it has more rows than are read.
 * @param country as in phone.ts.
 */
export function readCsv(text: string, country: string): CsvReading | 'too-many' | null {
  const read = readRows(text, maxRows);
  const rows = read?.filter(({ cells, broken }) => broken || cells.some((cell) => cell.trim()));
  if (!read || !rows?.length) return null;
  const heads = rows.slice(0, maxPreamble).map(({ cells }) => columnsOf(cells));
  const place = heads.findIndex((columns) => columns !== null);
  const columns = heads[place] ?? guessColumns(rows);
  if (!columns) return null;
  if (read.length >= maxRows) return 'too-many';
  const spoilt: SpoiltRow[] = [];
  const people = new Map<string, CapturedPerson>();
  for (const row of rows.slice(place + 1)) {
    if (people.size + spoilt.length > maxPeople) break;
    const person = personFrom(givenBy(row, columns), { line: row.line, country });
    const problem = problemOf(row, person, columns);
    const key = JSON.stringify({ ...person, line: null });
    if (problem) spoilt.push({ line: row.line, problem });
    else if (!people.has(key)) people.set(key, person);
  }
  return { people: [...people.values()], spoilt, mapping: mappingWords(columns) };
}

/** What a row says, the better column of a field first, and in the order of the table else. */
function givenBy({ cells }: CsvRow, { of, others, width }: Columns): Given[] {
  const value = (place: number) => unguarded((cells[place] ?? '').trim()).trim();
  const known = (Object.entries(of) as [Field, NonNullable<Columns['of'][Field]>][]).flatMap(
    ([field, columns]) =>
      columns.flatMap(({ name, place }) =>
        partsOf(field, value(place)).map((part) => ({ field, label: name, value: part })),
      ),
  );
  // More cells than columns: a delimiter within a value.
  const surplus = cells.slice(width).map((_, more) => width + more);
  return [
    ...known,
    ...others.map(({ name, place }) => ({ field: null, label: name, value: value(place) })),
    ...surplus.map((place) => ({ field: null, label: `Column ${place + 1}`, value: value(place) })),
  ];
}

/** Google Contacts writes "a@x.example ::: b@x.example" where somebody has several. */
function partsOf(field: Field, value: string): string[] {
  const [first = '', ...more] = field === 'note' ? [value] : value.split(' ::: ');
  return [first, more.join(', ')];
}

function problemOf(row: CsvRow, person: CapturedPerson, { of, named }: Columns): string | null {
  if (row.broken) return 'a quotation mark is not closed. Put it right and send the file again.';
  if (person.name) return null;
  const column = (of.name ?? of.first ?? of.last)?.[0];
  const where = column && named ? `“${column.name}”` : `column ${(column?.place ?? 0) + 1}`;
  return `there is no name. Write one into ${where} and send the file again.`;
}
