import type { User } from '../auth/users.ts';
import { fitPerson } from './fit-person.ts';
import type { NewCard } from './from-text.ts';
import { noteOf } from './person.ts';
import { countryOf } from './phone.ts';
import { type FileReading, readFile } from './reading/read-file.ts';

type File = {
  bytes: Uint8Array;
  name: string;
  mimeType: string;
  /** What was written below the file: it is about everybody in it. '' for nothing. */
  caption: string;
};

/** The confirm card of a vCard or CSV file; or why it gives none, with the rows that are nobody. */
export function cardFromFile(
  { bytes, caption, ...file }: File,
  user: User,
): { ok: true; card: NewCard } | Extract<FileReading, { ok: false }> {
  const read = readFile(bytes, file, countryOf(user));
  if (!read.ok) return read;
  const from = file.name ? `Imported from ${file.name}`.slice(0, 200) : 'Imported';
  const people = read.people.map((person) =>
    fitPerson({ ...person, source: person.source || from, note: noteOf(person.note, caption) }),
  );
  const { source, spoilt, mapping } = read;
  return { ok: true, card: { source, people, spoilt, raw: mapping ?? '', status: 'open' } };
}
