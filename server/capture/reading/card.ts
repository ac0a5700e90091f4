import type { CapturedPerson } from '../../db/stored-json.ts';
import { emptyPerson } from '../person.ts';
import { takeJob } from './card-job.ts';
import { takeName } from './card-name.ts';
import { takeContacts } from './contacts.ts';
import { type Field, fieldOf } from './fields.ts';
import { companyOfEmail } from './jobs.ts';
import { turnNames } from './last-first.ts';
import { nameInLink } from './link-name.ts';
import { properName } from './names.ts';
import { noteFrom, type Part, partsOf } from './parts.ts';

/** No lead may have longer fields; what is longer stays in the note. */
const maxLength = 120;

/** Who stands in the head of a mail. */
const sender = ['from', 'von', 'от', 'de'];

/**
 * Reads a person from a line ("Anna Petrova, CTO at Acme, met at the fair"), a business card, a signature, a profile's
 * head or labelled lines ("Name: …"). What is not understood stays in the note.
 */
export function readCard(text: string, country: string): CapturedPerson {
  const { telegram, email, phone, rest } = takeContacts(text, country);
  const parts = partsOf(rest);
  const person = emptyPerson({ telegram, email, phone });
  turnNames(parts, { text, email });
  takeLabels(parts, person);
  if (!person.name) person.name = properName(takeName(parts, email)) || nameInLink(text);
  const job = takeJob(parts, { email, known: person });
  person.role ||= job.role;
  person.company ||= job.company || companyOfEmail(email);
  person.note = noteFrom(parts);
  return person;
}

/** "Company: Acme": a label says what its value is. */
function takeLabels(parts: Part[], person: CapturedPerson): void {
  const named: Partial<Record<Field, string>> = {};
  const hasWhole = parts.some(({ text }) => fieldOf(text.split(':')[0] ?? '') === 'name');
  for (const part of parts) {
    const [, label = '', value = ''] = part.text.match(/^([^:]{2,30}):\s*(\S.*)$/) ?? [];
    const isSender = part.before === '' && sender.includes(label.toLowerCase());
    const field = isSender ? 'name' : fieldOf(label);
    if (!field || !value || value.length > maxLength) continue;
    if (field === 'note') part.text = value;
    else if (['email', 'phone', 'language'].includes(field) || named[field]) continue;
    // Beside a whole name its parts stay in the note.
    else if (hasWhole && ['first', 'middle', 'last'].includes(field)) continue;
    else if (field === 'telegram' && !/^\w{4,32}$/.test(value)) continue;
    else {
      named[field] = value;
      part.used = true;
    }
  }
  const { first = '', middle = '', last = '' } = named;
  person.name = properName(named.name ?? [first, middle, last].filter(Boolean).join(' '));
  person.company = named.company ?? '';
  person.role = named.role ?? '';
  person.source = named.source ?? '';
  person.telegram ||= named.telegram ?? '';
}
