import type { CapturedPerson } from '../db/stored-json.ts';
import type { Lead } from '../leads/lock-lead.ts';
import { maxNote } from './fit-person.ts';
import { foldCompany, foldName } from './fold.ts';
import { noteOf } from './person.ts';
import { normalPhone } from './phone.ts';

type Field = 'company' | 'role' | 'telegram' | 'email' | 'phone' | 'source';
const words: Record<Field, string> = {
  ...{ company: 'Company', role: 'Role', telegram: 'Telegram', email: 'E-mail', phone: 'Phone' },
  source: 'Source',
};
const fields = Object.keys(words) as Field[];

type Change = Partial<Pick<Lead, Field | 'language'>> & Pick<Lead, 'notes'>;

type Known = {
  country: string;
  /** The notes of the lead's history. */
  history: string[];
};

/**
 * What changes about a lead when a captured person is merged into it. Fields that are empty are filled; a value that
 * differs, and the person's note, come below the lead's own note, unless they stand there or in the history already:
 * merging the same once more changes nothing.
 * @returns `added` names what came ("phone"); `overflow` is what the note has no room for, for the history, each piece no
 * longer than a note.
 */
export function mergeInto(
  lead: Lead,
  person: CapturedPerson,
  { country, history }: Known,
): { change: Change; added: string[]; overflow: string[] } {
  const isKnown = (piece: string) => [lead.notes, ...history].some((text) => text.includes(piece.trim()));
  const filled: Partial<Pick<Lead, Field | 'language'>> = {};
  const lines: string[] = [];
  const added: string[] = [];
  for (const field of fields) {
    const [known, value] = [lead[field], person[field]];
    if (!value || (known && isSame(field, known, value, country))) continue;
    const line = `${words[field]}: ${value}`;
    if (known && isKnown(line)) continue;
    if (known) lines.push(line);
    else filled[field] = value;
    added.push(words[field].toLowerCase());
  }
  const name = `Name: ${person.name}`;
  const isOtherName = person.name !== '' && foldName(lead.name) !== foldName(person.name);
  const said = [isOtherName ? name : '', person.note].filter((piece) => piece && !isKnown(piece));
  if (said.length > 0) added.push('note');
  if (!lead.language && person.language) filled.language = person.language;
  const news = [...lines, ...said];
  const notes = noteOf(lead.notes, ...news);
  const fits = notes.length <= maxNote;
  return {
    change: { ...filled, notes: fits ? notes : lead.notes },
    added,
    overflow: fits ? [] : news,
  };
}

function isSame(field: Field, one: string, other: string, country: string): boolean {
  if (field === 'phone') return (normalPhone(one, country) ?? one) === (normalPhone(other, country) ?? other);
  if (field === 'company') return foldCompany(one) === foldCompany(other);
  return one.toLowerCase() === other.toLowerCase();
}
