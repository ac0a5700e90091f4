import type { Db } from '../db/client.ts';
import type { CapturedPerson } from '../db/stored-json.ts';
import { type Chosen, changePerson, type Refusal } from './change-person.ts';
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
    const read = toLead({ ...before, ...fields });
    if (!read.ok) return read;
    const { lead } = read;
    const person: CapturedPerson = {
      ...before,
      ...{ name: lead.name, company: lead.company ?? '', role: lead.role ?? '' },
      ...{ telegram: lead.telegram ?? '', email: lead.email ?? '', phone: lead.phone ?? '' },
      ...{ source: lead.source ?? '', note: lead.notes, language: lead.language ?? '' },
    };
    return { ok: true, person, done: {} };
  });
}
