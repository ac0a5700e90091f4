import { findLinks, withoutLinks } from './find-links.ts';
import { digitsOf, findPhones, numbersIn } from './find-numbers.ts';

/** Longer than this is no message any more: a phone screen holds about half of it. */
const longest = 1500;

const email = /[\p{L}\p{N}_.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const handle = /(?<![\w@./])@[a-z]\w{3,}/gi;
/** "[1]" and "[…]" stand for nothing. */
const placeholder =
  /\[(?![\d\s,.-]*\])[^[\]\n]{1,60}\]|\{[^{}\n]{1,60}\}|<[^<>\n]{1,60}>|%\w{2,30}%|\bX{3,}\b|\bXX\b|_{3,}/g;

/**
 * What is wrong with something a model wrote, in words that it can put right; [] when nothing is. A link, an e-mail
 * address, a phone number or a @handle is fine only when it occurs in `given` (see `givenIn`); a placeholder never is.
 */
export function checkDraft(draft: string, given: string): string[] {
  const text = plain(draft);
  const known = plain(given.replace(/\\[nrt"]/g, ' '));
  const emails = found(text.match(email));
  const rest = text.replace(email, ' ');
  const links = found(findLinks(rest));
  const words = withoutLinks(rest);
  const strange = [
    ...links.map((text) => ({ is: 'link', text })),
    ...emails.map((text) => ({ is: 'e-mail address', text })),
    ...found(words.match(handle)).map((text) => ({ is: 'handle', text })),
  ].filter(({ text }) => !occurs(text, known));
  return [
    ...strange.map(({ is, text }) => `the ${is} "${text}" was not given: leave it out`),
    ...strangeNumbers(words, known).map((text) => `the phone number "${text}" was not given: leave it out`),
    ...found(text.match(placeholder)).map(
      (text) => `"${text}" is a placeholder: write what it stands for, or do without`,
    ),
    ...(draft.length > longest ? [`it has ${draft.length} characters: at most ${longest}`] : []),
  ];
}

/**
 * What a draft may repeat of the data a model got, as JSON. The lead's notes, history and source, and news about it, do
 * not count: they may be somebody else's words, and a link that they ask for is not one the person wants to send.
 */
export function givenIn(data: { lead?: object; news?: string }): string {
  const { lead, news: _, ...own } = data;
  return JSON.stringify({ ...own, lead: { ...lead, notes: '', history: [], source: '' } });
}

/** Signs that only look different: "evil․com" has no full stop, and a space of no width parts nothing. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/(?<=[\p{L}\p{N}])。(?=[a-z0-9])/giu, '.');

const found = (hits: Iterable<string> | null): string[] => [
  ...new Set([...(hits ?? [])].map((hit) => hit.replace(/[.,;:!?)»"'”]+$/u, ''))),
];

/** Whole, not as a part of another name: "me.com" does not occur in "acme.com". */
function occurs(text: string, known: string): boolean {
  const own = text.toLowerCase().replace(/^https?:\/\//, '');
  const all = known.toLowerCase();
  for (let at = all.indexOf(own); at >= 0; at = all.indexOf(own, at + 1))
    if (!isOfName(all[at - 1]) && !isOfName(all[at + own.length])) return true;
  return false;
}

const isOfName = (char = ' ') => /[\p{L}\p{N}_-]/u.test(char);

function strangeNumbers(words: string, given: string): string[] {
  const known = numbersIn(given).map(digitsOf);
  return findPhones(words).filter((phone) => !known.some((other) => other.includes(digitsOf(phone))));
}
