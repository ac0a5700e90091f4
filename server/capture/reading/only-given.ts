import { foldName } from '../fold.ts';
import type { FoundPerson } from './people-answer.ts';

/**
 * What a model found, as far as the text bears it out: a model invents no way to reach somebody. Handles, numbers and
 * addresses stand in the text, of a name, company or role at least one word does, of a note nearly all.
 * @returns null when not even the name stands there
 */
export function onlyGiven(person: FoundPerson, text: string): FoundPerson | null {
  const lower = text.toLowerCase();
  const words = new Set(foldName(text).split(' '));
  const digits = text.replace(/\D/g, '');
  const share = (value: string) => {
    const own = foldName(value).split(' ').filter(Boolean);
    return own.length === 0 ? 0 : own.filter((word) => words.has(word)).length / own.length;
  };
  const stands = (value: string) => value !== '' && lower.includes(value.toLowerCase());
  if (person.name && share(person.name) === 0) return null;
  const phone = person.phone.replace(/\D/g, '');
  // "+49 170 …" may stand there as "0170 …".
  const isPhone = phone.length >= 5 && digits.includes(phone.slice(-8));
  return {
    ...person,
    company: share(person.company) > 0 || stands(person.company) ? person.company : '',
    role: share(person.role) > 0 ? person.role : '',
    telegram: stands(person.telegram.replace(/^@/, '')) ? person.telegram : '',
    email: stands(person.email) ? person.email : '',
    phone: isPhone ? person.phone : '',
    note: share(person.note) >= 0.8 ? person.note : '',
  };
}
