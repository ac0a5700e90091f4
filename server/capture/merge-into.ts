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

/**
 * What changes about a lead when a captured person is merged into it. Fields that are empty are filled; a value that
 * differs, and the person's note, come below the lead's own note, unless they stand there already: merging the same
 * once more changes nothing.
 * @returns `added` names what came ("phone"); `overflow` is what the note has no room for, for the history.
 */
export function mergeInto(
  lead: Lead,
  person: CapturedPerson,
  country: string,
): { change: Change; added: string[]; overflow: string } {
  const filled: Partial<Pick<Lead, Field | 'language'>> = {};
  const lines: string[] = [];
  const added: string[] = [];
  for (const field of fields) {
    const [known, value] = [lead[field], person[field]];
    if (!value || (known && isSame(field, known, value, country))) continue;
    if (!known) filled[field] = value;
    else if (!lines.push(`${words[field]}: ${value}`)) continue;
    if (!known || !holds(lead.notes, `${words[field]}: ${value}`)) added.push(words[field].toLowerCase());
  }
  if (foldName(lead.name) !== foldName(person.name) && person.name) lines.push(`Name: ${person.name}`);
  if (!lead.language && person.language) filled.language = person.language;
  const news = [...lines, person.note].filter((piece) => piece && !holds(lead.notes, piece));
  if (news.some((piece) => piece === person.note || piece.startsWith('Name: '))) added.push('note');
  const notes = noteOf(lead.notes, ...news);
  const fits = notes.length <= maxNote;
  return {
    change: { ...filled, notes: fits ? notes : lead.notes },
    added,
    overflow: fits ? '' : noteOf(...news).slice(0, maxNote),
  };
}

function isSame(field: Field, one: string, other: string, country: string): boolean {
  if (field === 'phone') return (normalPhone(one, country) ?? one) === (normalPhone(other, country) ?? other);
  if (field === 'company') return foldCompany(one) === foldCompany(other);
  return one.toLowerCase() === other.toLowerCase();
}

const holds = (notes: string, piece: string) => notes.includes(piece.trim());
