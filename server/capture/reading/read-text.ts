import type { CapturedPerson } from '../../db/stored-json.ts';
import { noteOf } from '../person.ts';
import { readCard } from './card.ts';
import { readChat } from './chat.ts';
import { languageOf } from './language.ts';
import { readIntroduction } from './prose.ts';

/** Longer than any message of Telegram; what is behind it only goes to the note. */
const maxRead = 5000;

const signOff =
  /^(?:--|(?:(?:best|kind|warm|many|mit|viele|beste|herzliche|freundlichen|с|un|cordiales|muchas|atenciosamente|atentamente|com os melhores|melhores)\s+)*(?:regards|wishes|thanks|cheers|sincerely|best|freundlichen grüßen|grüße|grüßen|gruß|lg|mfg|уважением|saludo|saludos|atentamente|atenciosamente|abraços|cumprimentos|obrigado|obrigada))\s*[,.!]?\s*$/iu;
const mailHead = /^(?:from|von|от|de)\s*:/i;

/**
 * Who a pasted text is about, by rules: a line, a business card, a signature, a profile's head, a chat excerpt, labelled
 * lines, a mail, somebody's introduction of themselves. Never fails and never invents: what is not understood stays in
 * the note. The name is '' when none is found.
 * @param country as in phone.ts, for numbers without a prefix.
 */
export function readText(text: string, country: string): CapturedPerson {
  const tidy = tidied(text);
  const read = tidy.slice(0, maxRead);
  const person =
    readChat(read, country) ??
    readSigned(read, country) ??
    readIntroduction(read, country) ??
    readCard(read, country);
  return { ...person, note: noteOf(person.note, tidy.slice(maxRead)), language: languageOf(read) };
}

/** A mail with a signature: the card is below the sign-off, and in the mail's head; the letter stays whole. */
function readSigned(text: string, country: string): CapturedPerson | null {
  const lines = text.split('\n');
  const end = lines.findLastIndex((line) => signOff.test(line.trim()));
  const below = lines.slice(end + 1);
  if (end < 0 || !below.some((line) => line.trim())) return null;
  const letter = lines.slice(0, end + 1);
  const head = letter.filter((line) => mailHead.test(line.trim()));
  const person = readCard([...head, ...below].join('\n'), country);
  return { ...person, note: noteOf(letter.filter((line) => !head.includes(line)).join('\n'), person.note) };
}

/** One kind of line end and of space; without characters nobody sees. */
const tidied = (text: string) =>
  text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\0\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ')
    .trim();
