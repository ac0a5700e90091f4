import type { CapturedPerson } from '../db/stored-json.ts';
import { leadInput } from '../leads/input.ts';
import { noteOf } from './person.ts';

/** The lead form takes as many characters of a note. */
export const maxNote = 4000;

const labels = { company: 'Company', role: 'Role', telegram: 'Telegram', email: 'E-mail', phone: 'Phone' };
const fields = ['company', 'role', 'telegram', 'email', 'phone'] as const;

/**
 * The person as the database can keep them: a value that the lead form would refuse goes into the note, so that what was
 * found is not lost and saving does not fail over it. Only a name can still be missing or too long.
 */
export function fitPerson(person: CapturedPerson): CapturedPerson {
  const fitted = { ...person, name: oneLine(person.name), source: oneLine(person.source).slice(0, 200) };
  const moved: string[] = [];
  for (const field of fields) {
    const value = oneLine(person[field]);
    const isFine = leadInput.shape[field].safeParse(value).success;
    fitted[field] = isFine ? value : '';
    if (!isFine) moved.push(`${labels[field]}: ${value}`);
  }
  const note = noteOf(storable(person.note), ...moved);
  fitted.note = note.length > maxNote ? `${note.slice(0, maxNote - 1)}…` : note;
  if (!leadInput.shape.language.safeParse(person.language).success) fitted.language = '';
  return fitted;
}

const oneLine = (text: string) => storable(text).replace(/\s+/g, ' ').trim();

/** PostgreSQL's JSON holds neither NUL nor half of a character. */
export const storable = (text: string): string =>
  text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\u{FFFD}');
