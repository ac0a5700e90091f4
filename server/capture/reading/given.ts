import { z } from 'zod';
import type { CapturedPerson } from '../../db/stored-json.ts';
import { foldName } from '../fold.ts';
import { emptyPerson } from '../person.ts';
import { internationalPhone } from '../phone.ts';
import { notPeople } from './contacts.ts';
import type { Field } from './fields.ts';

/** A value that a file gives for a field, and the file's own name for it; '' for none. */
export type Given = { field: Field | null; label: string; value: string };

/** A file with more people and spoilt rows is refused; reading stops there. */
export const maxPeople = 2000;

const maxLength = 120;
/** More than any note keeps. */
const maxValue = 5000;
/** RFC 5321. */
const maxAddress = 254;
/** Of a number with an extension and spaces. */
const maxNumber = 60;
const email = z.email();

/**
 * A person from the values that a file gives for them. Of several for one field the first that holds is taken; the
 * others, what belongs to no field, and parts of a name that the whole one lacks, go to the note under their names.
 */
export function personFrom(given: Given[], about: { line: number; country: string }): CapturedPerson {
  const person = emptyPerson({ line: about.line });
  const names: Given[] = [];
  const notes: string[] = [];
  for (const { field, label, value: whole } of given) {
    const value = whole.slice(0, maxValue);
    if (!value) continue;
    if (field === 'note') notes.push(value);
    else if (field === 'first' || field === 'middle' || field === 'last') names.push({ field, label, value });
    else {
      const read = field && !person[field] ? readers[field](value, about.country) : null;
      if (field && read) person[field] = read;
      // The same value twice, as in "Title" and "Job Title", says nothing more.
      else if (!field || person[field] !== value) notes.push(label ? `${label}: ${value}` : value);
    }
  }
  person.name ||= readers.name(joined(names), '') ?? '';
  for (const { label, value } of names)
    if (!holds(person.name, value)) notes.push(label ? `${label}: ${value}` : value);
  person.note = notes.join('\n');
  return person;
}

/** "Anna M. Petrova" of its parts; a last name that has the first one in it is a whole name. */
function joined(names: Given[]): string {
  const [first = '', middle = '', last = ''] = ['first', 'middle', 'last'].map(
    (part) => names.find(({ field }) => field === part)?.value,
  );
  const before = [first, middle].filter((part) => part && !(last.includes(' ') && holds(last, part)));
  return [...before, last].filter(Boolean).join(' ');
}

/** Whether every word of a part of a name is among those of a whole one. */
function holds(name: string, part: string): boolean {
  const words = foldName(name).split(' ');
  return foldName(part)
    .split(' ')
    .filter(Boolean)
    .every((word) => words.includes(word));
}

const short = (value: string) => {
  const line = value.replace(/\s+/g, ' ').trim();
  return line.length <= maxLength ? line : null;
};

/** What a value is, as a lead stores it; null when it is not of that kind. */
const readers: Record<
  'name' | 'company' | 'role' | 'telegram' | 'email' | 'phone' | 'source' | 'language',
  (value: string, country: string) => string | null
> = {
  name: short,
  company: short,
  role: short,
  source: short,
  telegram: (value) => telegramName(value),
  email: (value) => {
    const address = value.replace(/^mailto:/i, '').trim();
    return address.length <= maxAddress && email.safeParse(address).success ? address : null;
  },
  // A number that is none in this country is still what the person has; a lead takes it as it is.
  phone: (value, country) =>
    value.length > maxNumber
      ? null
      : (internationalPhone(value, country) ??
        (/^\+?[\d\s().-]{5,30}$/.test(value) && /\d{3}/.test(value) ? value : null)),
  language: (value) => value.match(/^([a-z]{2})(?:[-_][a-z]{2})?$/i)?.[1]?.toLowerCase() ?? null,
};

/** "@anna_p", "anna_p" or "https://t.me/anna_p" → "anna_p"; null for anything else, as an invitation to a group. */
export function telegramName(value: string): string | null {
  const [bare = ''] = value
    .trim()
    .replace(/^(?:https?:\/\/)?(?:www\.)?(?:t|telegram)\.me\//i, '')
    .replace(/^@/, '')
    .split(/[/?]/, 1);
  return /^\w{4,32}$/.test(bare) && !notPeople.includes(bare.toLowerCase()) ? bare : null;
}
