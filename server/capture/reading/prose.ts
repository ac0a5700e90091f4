import type { CapturedPerson } from '../../db/stored-json.ts';
import { emptyPerson } from '../person.ts';
import { takeContacts } from './contacts.ts';
import { companyOfEmail, isRole, type Job, splitJob } from './jobs.ts';
import { isNameWord, leadingName, properName, wordsOf } from './names.ts';

const introduction =
  /(?:^|[\s,.!(])(?:i['’]m|i am|my name is|this is|(?:ich bin|hier ist)(?: die| der)?|ich heiße|mein name ist|меня зовут|это|я|me llamo|mi nombre es|soy|me chamo|meu nome é|sou(?: o| a)?|aqui é(?: o| a)?)\s+(?=\p{L})/giu;

/**
 * A person who introduces themselves: "Hi! I'm Anna Petrova, CTO at Acme. …"; null when nobody does. Sentences stay
 * whole, in the note.
 */
export function readIntroduction(text: string, country: string): CapturedPerson | null {
  for (const match of text.slice(0, 1000).matchAll(introduction)) {
    const behind = text.slice(match.index + match[0].length, match.index + 300);
    const sentence = behind.split(/[,;!?\n]|\.(?=\s|$)(?<!\b\p{Lu}\.)/u)[0] ?? '';
    const { who, firm } = withFirm(sentence, match[0]);
    const found = leadingName(who);
    if (!found || isRole(found.name)) continue;
    const { telegram, email, phone } = takeContacts(text, country);
    const { role, company } = jobIn(behind) ?? { role: '', company: '' };
    const known = { telegram, email, phone, role, company: company || firm || companyOfEmail(email) };
    return emptyPerson({ name: properName(found.name), ...known, note: text.trim() });
  }
  return null;
}

/** Where somebody is from, and not what they are called. */
const fromFair = /\s(?:von der|vom)\s(?:messe|konferenz|tagung|ausstellung|veranstaltung)(?!\p{L}).*$/iu;
const fromFirm = /^(\p{Lu}\p{L}+)\s(?:von|de)\s(\p{Lu}\S*)$/u;
const fromNamedFirm = /^(\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?)\s(?:von der firma|de la empresa)\s(\S.*)$/iu;
/** "Soy Carlos de Telefónica", "ich bin die Sabine von Bosch": so nobody says a family name. */
const callsFirm = /(?:\bsoy|\b(?:die|der))\s+$/iu;

function withFirm(sentence: string, opening: string): { who: string; firm: string } {
  const who = sentence.trim().replace(fromFair, '');
  const match = who.match(fromNamedFirm) ?? (callsFirm.test(opening) ? who.match(fromFirm) : null);
  return { who: match?.[1] ?? who, firm: match?.[2] ?? '' };
}

/** "… CTO at Acme …" within sentences: the words with a role before "at", the names behind it. */
function jobIn(text: string): Job | null {
  for (const phrase of text.split(/[,;!?\n]|\.(?=\s|$)/)) {
    const words = wordsOf(phrase);
    for (let begin = 0; begin < words.length; begin++) {
      const job = splitJob(words.slice(begin).join(' '), false);
      if (!job) continue;
      const names = wordsOf(job.company);
      const end = names.findIndex((word, place) => !mayBeNamed(word, place) && !joins(names, place));
      return {
        role: job.role.replace(/^(?:the|an?|der|die|el|la|os?)\s+/i, ''),
        company: (end < 0 ? names : names.slice(0, end)).join(' '),
      };
    }
  }
  return null;
}

const mayBeNamed = (word: string, place: number) => isNameWord(word, place) || /^\p{N}/u.test(word);
/** "Brick & Mortar". */
const joins = (names: string[], place: number) =>
  place > 0 && /^[&+]$/.test(names[place] ?? '') && mayBeNamed(names[place + 1] ?? '', place);
