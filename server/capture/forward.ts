import type { CapturedPerson } from '../db/stored-json.ts';
import { fitPerson } from './fit-person.ts';
import { foldName } from './fold.ts';
import { emptyPerson, noteOf } from './person.ts';
import { readText } from './reading/read-text.ts';
import { areOwnContacts } from './whose-contacts.ts';

/** Who wrote a message that was forwarded. */
export type Origin =
  /** Somebody whose account is visible, or who shows no more than a name: then `telegram` is ''. */
  | { kind: 'person'; name: string; telegram: string }
  /** A channel or a group; `author` is the signature below the message, '' for none. */
  | { kind: 'chat'; title: string; telegram: string; author: string }
  /** The person themself: it says nothing about who the lead is. */
  | { kind: 'self' };

/** What a forwarded person's source says: "Forwarded from Anna, 12 Oct". `at`: the day, in words. */
export function sourceOf(origin: Origin, at: string): string {
  if (origin.kind === 'self') return `${forwarded} own message, ${at}`;
  return `${forwarded} from ${origin.kind === 'chat' ? origin.title : origin.name}, ${at}`;
}
const forwarded = 'Forwarded';

/** Whether what is known of a captured person comes from a forwarded message: then the note says who wrote what. */
export const isForwarded = ({ source }: CapturedPerson): boolean => source.startsWith(`${forwarded} `);

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
  return fitPerson(isTheirs ? withContacts(known, text, country) : known);
}

/** The person on the card of one forwarded message with what else they said in it: their voice was heard. */
export function withWords(person: CapturedPerson, text: string, country: string): CapturedPerson {
  const { name, telegram, source } = person;
  return withForward(person, { origin: { kind: 'person', name, telegram }, text, country, source });
}

const speakerOf = (origin: Origin) =>
  origin.kind === 'self' ? 'Me' : origin.kind === 'chat' ? origin.author || origin.title : origin.name;

/** Who the lead may be; nobody, as far as one can tell, when it is the person themself. */
export function nameOf(origin: Origin): { name: string; telegram: string; company?: string } {
  if (origin.kind === 'self') return { name: '', telegram: '' };
  if (origin.kind === 'person') return { name: origin.name, telegram: origin.telegram };
  return origin.author
    ? { name: origin.author, company: origin.title, telegram: '' }
    : { name: origin.title, telegram: origin.telegram };
}

/** What they wrote may be signed; what it says about somebody else stays in the note. */
function withContacts(person: CapturedPerson, text: string, country: string): CapturedPerson {
  const read = readText(text, country);
  const isSigned = foldName(read.name) === foldName(person.name);
  const isOwn = areOwnContacts(text, read, person.name);
  return {
    ...person,
    phone: person.phone || (isOwn ? read.phone : ''),
    email: person.email || (isOwn ? read.email : ''),
    company: person.company || (isSigned ? read.company : ''),
    role: person.role || (isSigned ? read.role : ''),
    language: person.language || read.language,
  };
}
