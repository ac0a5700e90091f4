import type { Db } from '../db/client.ts';
import type { CapturedPerson } from '../db/stored-json.ts';
import { type Chosen, changePerson, type Refusal } from './change-person.ts';
import { fitPerson } from './fit-person.ts';
import { foldName } from './fold.ts';
import { noteOf } from './person.ts';
import { type NoLead, toLead } from './to-lead.ts';

/** What can be put right about a captured person; the note becomes the lead's. */
export type PersonFields = Pick<
  CapturedPerson,
  'name' | 'company' | 'role' | 'telegram' | 'email' | 'phone' | 'source' | 'note'
> &
  Partial<Pick<CapturedPerson, 'language'>>;

/**
 * Puts right what is known about a captured person; what a model would still find is not wanted any more. Refused with
 * the lead form's words when the form would refuse it.
 */
export function editPerson(
  db: Db,
  { person: fields, ...chosen }: Chosen & { person: PersonFields },
): Promise<{ ok: true } | Refusal | NoLead> {
  return changePerson<object, NoLead>(db, chosen, async (_, before) => {
    const read = withFields(before, fields);
    return read.ok ? { ...read, done: {} } : read;
  });
}

/**
 * The same by words: what they say takes the place of what was known, all else stays, and they go below the note. Words
 * that say nothing name nobody. `person` is who they are now.
 */
export function correctPerson(
  db: Db,
  { read, ...chosen }: Chosen & { read: CapturedPerson },
): Promise<{ ok: true; person: CapturedPerson } | Refusal | NoLead> {
  return changePerson<{ person: CapturedPerson }, NoLead>(db, chosen, async (_, before) => {
    const says = values.some((field) => read[field]) || foldName(read.note) !== '';
    const merged = { ...before };
    for (const field of values) merged[field] = read[field] || before[field];
    const note = before.note.includes(read.note) ? before.note : noteOf(before.note, read.note);
    const person = fitPerson({ ...merged, note, language: before.language || read.language });
    const result = withFields(before, says ? person : { ...person, name: '' });
    return result.ok ? { ...result, done: { person: result.person } } : result;
  });
}
const values = ['name', 'company', 'role', 'telegram', 'email', 'phone', 'source'] as const;

/** The person with these fields, as the lead form takes them. */
export function withFields(
  before: CapturedPerson,
  fields: PersonFields,
): { ok: true; person: CapturedPerson } | NoLead {
  const read = toLead({ ...before, ...fields });
  if (!read.ok) return read;
  const { lead } = read;
  const person: CapturedPerson = {
    ...before,
    ...{ name: lead.name, company: lead.company ?? '', role: lead.role ?? '' },
    ...{ telegram: lead.telegram ?? '', email: lead.email ?? '', phone: lead.phone ?? '' },
    ...{ source: lead.source ?? '', note: lead.notes, language: lead.language ?? '' },
  };
  return { ok: true, person };
}
