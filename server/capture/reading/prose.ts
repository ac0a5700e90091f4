import type { CapturedPerson } from '../../db/stored-json.ts';
import { emptyPerson } from '../person.ts';
import { takeContacts } from './contacts.ts';
import { companyOfEmail, isRole, type Job, splitJob } from './jobs.ts';
import { isNameWord, leadingName, properName, wordsOf } from './names.ts';

const introduction =
  /(?:^|[\s,.!(])(?:i['’]m|i am|my name is|this is|ich bin|ich heiße|mein name ist|hier ist|меня зовут|это|я|me llamo|mi nombre es|soy|me chamo|meu nome é|sou(?: o| a)?|aqui é(?: o| a)?)\s+(?=\p{L})/giu;

/**
 * A person who introduces themselves: "Hi! I'm Anna Petrova, CTO at Acme. …"; null when nobody does. Sentences stay
 * whole, in the note.
 */
export function readIntroduction(text: string, country: string): CapturedPerson | null {
  for (const match of text.slice(0, 1000).matchAll(introduction)) {
    const behind = text.slice(match.index + match[0].length, match.index + 300);
    const sentence = behind.split(/[,;!?\n]|\.(?=\s|$)(?<!\b\p{Lu}\.)/u)[0] ?? '';
    const found = leadingName(sentence);
    if (!found || isRole(found.name)) continue;
    const { telegram, email, phone } = takeContacts(text, country);
    const { role, company } = jobIn(behind) ?? { role: '', company: '' };
    const known = { telegram, email, phone, role, company: company || companyOfEmail(email) };
    return emptyPerson({ name: properName(found.name), ...known, note: text.trim() });
  }
  return null;
}

/** "… CTO at Acme …" within sentences: the words with a role before "at", the names behind it. */
function jobIn(text: string): Job | null {
  for (const phrase of text.split(/[,;!?\n]|\.(?=\s|$)/)) {
    const words = wordsOf(phrase);
    for (let begin = 0; begin < words.length; begin++) {
      const job = splitJob(words.slice(begin).join(' '), false);
      if (!job) continue;
      const names = wordsOf(job.company);
      const end = names.findIndex((word, place) => !isNameWord(word, place) && !/^\p{N}/u.test(word));
      return { role: job.role, company: (end < 0 ? names : names.slice(0, end)).join(' ') };
    }
  }
  return null;
}
