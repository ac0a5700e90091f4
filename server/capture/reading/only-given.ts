import { foldName } from '../fold.ts';
import { telegramName } from './given.ts';
import type { FoundPerson } from './people-answer.ts';
import { holdsPhone } from './phones.ts';

/**
 * What a model found, as far as the text bears it out: a model invents no way to reach somebody. Handles, numbers and
 * addresses stand in the text as such, of a name, company or role at least one word does, of a note nearly all.
 * @param country as in phone.ts, for numbers without a prefix
 * @returns null when not even the name stands there
 */
export function onlyGiven(person: FoundPerson, text: string, country: string): FoundPerson | null {
  const words = new Set(foldName(text).split(' '));
  const share = (value: string) => {
    const own = foldName(value).split(' ').filter(Boolean);
    return own.length === 0 ? 0 : own.filter((word) => words.has(word)).length / own.length;
  };
  if (person.name && share(person.name) === 0) return null;
  return {
    ...person,
    company: share(person.company) > 0 || stands(text, person.company) ? person.company : '',
    role: share(person.role) > 0 ? person.role : '',
    telegram: holdsHandle(text, person.telegram) ? person.telegram : '',
    email: stands(text, person.email) ? person.email : '',
    phone: person.phone && holdsPhone(text, person.phone, country) ? person.phone : '',
    note: share(person.note) >= 0.8 ? person.note : '',
  };
}

/** It stands there whole: "anna@acme.example" does not stand in "joanna@acme.example". */
const stands = (text: string, value: string): boolean =>
  value !== '' && new RegExp(`(?<![\\p{L}\\p{N}_.+-])${escaped(value)}(?![\\p{L}\\p{N}_])`, 'iu').test(text);

/** Only what is written as a Telegram name: a profile elsewhere may have the same one, and be somebody else there. */
function holdsHandle(text: string, value: string): boolean {
  const name = telegramName(value);
  if (!name) return false;
  const as = String.raw`(?<![\w.@/])@|(?<![\w.-])(?:t|telegram)\.me\/|(?<![\p{L}\p{N}_])(?:telegram|tg|телеграм)\s*[:：]\s*@?`;
  return new RegExp(`(?:${as})${name}(?!\\w)`, 'iu').test(text);
}

const escaped = (value: string) => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
