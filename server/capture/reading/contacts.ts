import { z } from 'zod';
import { type Found, isOthers, lineBefore } from './found.ts';
import { plainWord } from './names.ts';
import { findPhone } from './phones.ts';
import { roleWords } from './words.ts';

/** How somebody is reached, and the text without it; what is not taken stays where it stood. */
export type Contacts = { telegram: string; email: string; phone: string; rest: string };

const emailAddress = z.email();
// Each begins at an edge of a word, so that a long text without one costs no more than reading it.
const emails =
  /(?<![\w.+'-])[\w+'.-]{0,63}[\w+-]@(?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.)+[A-Za-z]{2,24}(?![\w@])/g;
const telegramLinks =
  /(?<![\w./@])(?:https?:\/\/)?(?:www\.)?(?:t|telegram)\.me\/@?([A-Za-z]\w{3,31})(?![\w/])(?:\?\S*)?/gi;
const handles = /(?<![\w@./])@([A-Za-z]\w{3,31})(?!\w|\.\w|@)/g;

/** A name there is not one of Telegram's. */
const otherNetwork =
  /(?<![\p{L}\p{N}])(?:twitter|instagram|insta|ig|tiktok|threads|github|facebook|fb|вк|vk|x)\s*[:–-]?\s*$/iu;
/** What stands behind t.me/ and is nobody's name. */
export const notPeople = ['joinchat', 'share', 'addstickers', 'proxy', 'iv'];

/** What stands before a way to reach somebody and only says what it is. */
const label =
  /(?:^|(?<=[\s,;|·•(]))(?:(?:my|mein|meine|mi|meu)\s)?(?:e-?mail(?:-adresse)?|mail|tele(?:phone|fon|gram)|tel|phone|mobile?|mob|cell|handy|whats?app|tg|теле(?:фон|грамм?)|тел|моб|почта|эл\. почта|correo(?: electrónico)?|teléfono|móvil|celular|telefone|telemóvel|telefonnummer|[☎📞📱✉📧💬]\ufe0f?|(?:[tmpe]|direct|office|work)(?=\s*[.:]))\s*[.:]*\s*$/iu;

/**
 * Takes the first e-mail address, the first Telegram name (a handle or a t.me link) and the best phone number out of a
 * text. The others stay. `country`: as in phone.ts.
 */
export function takeContacts(text: string, country: string): Contacts {
  const email = findAll(text, emails).find(({ value }) => emailAddress.safeParse(value).success);
  const telegram = findTelegram(text);
  const phone = findPhone(text, country);
  const taken = [email, telegram, phone].filter((found) => found !== undefined);
  return {
    email: email?.value ?? '',
    telegram: telegram?.value ?? '',
    phone: phone?.value ?? '',
    rest: without(text, taken),
  };
}

function findAll(text: string, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)]
    .map((match) => ({
      value: match[1] ?? match[0],
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(({ start }) => !isOthers(text, start));
}

function findTelegram(text: string): Found | undefined {
  const named = [...findAll(text, telegramLinks), ...findAll(text, handles)].filter(
    ({ value }) => !notPeople.includes(value.toLowerCase()),
  );
  return named
    .filter(({ start, value }) => {
      const before = lineBefore(text, start);
      // "CTO @Acme" is where somebody works.
      const isFirm =
        /^\p{Lu}/u.test(value) && roleWords.has(plainWord(before.trim().split(/\s+/).at(-1) ?? ''));
      return !otherNetwork.test(before) && !(isFirm && text[start] === '@');
    })
    .toSorted((a, b) => a.start - b.start)[0];
}

/** The text without what was taken, its labels, and the brackets around it. */
function without(text: string, taken: Found[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of taken.toSorted((a, b) => a.start - b.start)) {
    if (start < from) continue;
    const before = text
      .slice(from, start)
      .replace(/[<(["']+$/, '')
      .replace(/mailto:$/i, '');
    rest += `${before.replace(label, '')} `;
    from = end + (text.slice(end).match(/^[>)\]"']+/)?.[0].length ?? 0);
  }
  return rest + text.slice(from);
}
