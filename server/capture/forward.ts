import type { CapturedPerson } from '../db/stored-json.ts';
import { fitPerson } from './fit-person.ts';
import { foldName } from './fold.ts';
import { emptyPerson, noteOf } from './person.ts';
import { readText } from './reading/read-text.ts';

/** Who wrote a message that was forwarded. */
export type Origin =
  /** Somebody whose account is visible, or who shows no more than a name: then `telegram` is ''. */
  | { kind: 'person'; name: string; telegram: string }
  /** A channel or a group; `author` is the signature below the message, '' for none. */
  | { kind: 'chat'; title: string; telegram: string; author: string }
  /** The person themself: it says nothing about who the lead is. */
  | { kind: 'self' };

export type Forwarded = { origin: Origin; text: string; country: string; source: string };

/**
 * The person on the card with one more forwarded message. Name and handle are those of the first origin that is not the
 * person themself; how to reach them may stand in what they wrote; the note keeps who said what.
 * @param before null when it is the first message
 */
export function withForward(
  before: CapturedPerson | null,
  { origin, text, country, source }: Forwarded,
): CapturedPerson {
  const person = before ?? emptyPerson();
  const note = noteOf(person.note, text.trim() && `${speakerOf(origin)}: ${text.trim()}`);
  if (origin.kind === 'self') return fitPerson({ ...person, source: person.source || source, note });
  const isFirst = !person.name;
  const who = isFirst ? { ...nameOf(origin), source } : {};
  const known = { ...person, ...who, note };
  const isTheirs = isFirst || foldName(known.name) === foldName(nameOf(origin).name);
  return fitPerson(isTheirs ? withContacts(known, readText(text, country)) : known);
}

const speakerOf = (origin: Origin) =>
  origin.kind === 'self' ? 'Me' : origin.kind === 'chat' ? origin.author || origin.title : origin.name;

function nameOf(origin: Exclude<Origin, { kind: 'self' }>) {
  if (origin.kind === 'person') return { name: origin.name, telegram: origin.telegram };
  return origin.author
    ? { name: origin.author, company: origin.title, telegram: '' }
    : { name: origin.title, telegram: origin.telegram };
}

/** What they wrote may be signed; what it says about somebody else stays in the note. */
function withContacts(person: CapturedPerson, read: CapturedPerson): CapturedPerson {
  const isSigned = foldName(read.name) === foldName(person.name);
  return {
    ...person,
    phone: person.phone || read.phone,
    email: person.email || read.email,
    company: person.company || (isSigned ? read.company : ''),
    role: person.role || (isSigned ? read.role : ''),
    language: person.language || read.language,
  };
}
