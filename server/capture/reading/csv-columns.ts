import { type Field, fieldsOf } from './fields.ts';
import { derivedColumns, isOwnExport } from './own-columns.ts';

export type Column = { name: string; place: number };
/** Which of `width` columns tell what, the better one first; `others` go to the note under their names. */
export type Columns = {
  of: Partial<Record<Field, Column[]>>;
  others: Column[];
  named: boolean;
  width: number;
};

/** Of several columns with the same meaning, these count more: Outlook's "Title" is "Dr.", its "Job Title" the role. */
const better = /mobil|cell|handy|celular|móvil|моб|job|position|full|1 - value|e-?mail address/i;
/** Nobody has more numbers or addresses; the others are only written down. */
const maxAlike = 10;
/** They only say what kind of value the next column holds, or hold no words. */
const idle = /[-–] (?:label|type)$|^photo$|^(?:phonetic|yomi) |^file as$/i;

/** What the columns of a table are, by their names; null when the row is no header. */
export function columnsOf(cells: string[]): Columns | null {
  const of: Columns['of'] = {};
  const others: Column[] = [];
  const names = cells.map((cell) => cell.trim());
  const fields = fieldsOf(names);
  const own = isOwnExport(names);
  for (const [place, name] of names.entries()) {
    const field = fields[place];
    if (own && derivedColumns.includes(name)) continue;
    if (field && (of[field]?.length ?? 0) < maxAlike) {
      of[field] ??= [];
      of[field].push({ name, place });
    } else if (!idle.test(name)) others.push({ name: name || `Column ${place + 1}`, place });
  }
  for (const field of Object.keys(of) as Field[])
    of[field] = of[field]?.toSorted((a, b) => Number(better.test(b.name)) - Number(better.test(a.name)));
  return of.name || of.first || of.last ? { of, others, named: true, width: cells.length } : null;
}

const words: [Field, string][] = [
  ['company', 'company'],
  ['role', 'role'],
  ['telegram', 'Telegram'],
  ['email', 'e-mail'],
  ['phone', 'phone'],
  ['source', 'source'],
  ['note', 'note'],
];
const maxListed = 6;

/** What became of the columns, in a sentence: “Name from “Full name”, company from “Firma”; “Budget” goes to the note.” */
export function mappingWords({ of, others, named }: Columns): string {
  const quoted = ({ name, place }: Column) => (named ? `“${name}”` : `column ${place + 1}`);
  const whole = of.name ?? [of.first, of.middle, of.last].flatMap((columns) => columns?.slice(0, 1) ?? []);
  const name = `Name from ${list(whole.slice(0, of.name ? 1 : 3).map(quoted))}`;
  const rest = words.flatMap(([field, word]) => {
    const [column] = of[field] ?? [];
    return column ? [`${word} from ${quoted(column)}`] : [];
  });
  const unread = others.slice(0, maxListed).map(quoted);
  const more = others.length - unread.length;
  if (more > 0) unread.push(`${more} more`);
  const noted = unread.length ? `; ${list(unread)} ${unread.length > 1 ? 'go' : 'goes'} to the note` : '';
  return `${[name, ...rest].join(', ')}${noted}.`;
}

const list = (items: string[]) =>
  items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)}` : (items[0] ?? '');
