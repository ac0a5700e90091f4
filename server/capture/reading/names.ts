import {
  chineseRole,
  legalForms,
  nameTitles,
  particles,
  roleWords,
  sentenceWords,
  smallTalk,
  wordsAndNames,
} from './words.ts';

/** Longer is no name, and no lead may have it. */
const maxWords = 6;
const maxLength = 120;

const capital = /^["'„“«(]?\p{Lu}[\p{L}\p{M}'’.‘-]*[)"'”»]?$/u;
/** Scripts without capitals. */
const caseless = /^[\p{Lo}\p{M}]+$/u;

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);
export const plainWord = (word: string): string =>
  word.toLowerCase().replace(/^[^\p{L}\p{N}@]+|[^\p{L}\p{N}@.]+$/gu, '');

/** Whether a set of words has this one, whatever its capitals and the punctuation around it. */
export function isOneOf(known: ReadonlySet<string>, word: string): boolean {
  const plain = plainWord(word);
  return known.has(plain) || known.has(plain.replace(/\.$/, ''));
}

/** "Anna Petrova", "Dr. Jörg von der Heide", "Анна П.", "JOSÉ DA SILVA": nothing in it speaks against a name. */
export function isName(text: string): boolean {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > maxWords || text.length > maxLength) return false;
  return (
    words.every((word, place) => isNameWord(word, place) || (place === 0 && isNameToo(words))) &&
    words.some((word) => !isOneOf(nameTitles, word) && !isOneOf(particles, word)) &&
    !words.slice(0, 2).every((word) => isOneOf(smallTalk, word))
  );
}

/** "Will Smith": the first word is one of sentences, but a name follows it at once. */
const isNameToo = ([first = '', second = '']: string[]) =>
  wordsAndNames.has(first.toLowerCase()) &&
  capital.test(first) &&
  capital.test(second) &&
  isNameWord(second, 1);

/** A word that can be part of a name; a particle only behind another word. */
export function isNameWord(word: string, place: number): boolean {
  if (isOneOf(nameTitles, word)) return true;
  if (isOneOf(roleWords, word) || isOneOf(legalForms, word) || chineseRole.test(word)) return false;
  if (place > 0 && particles.has(word.toLowerCase())) return true;
  return (capital.test(word) || caseless.test(word)) && !isOneOf(sentenceWords, word);
}

/** The words that begin a text and are a name, and what follows them; null when it begins with none. */
export function leadingName(text: string): { name: string; rest: string } | null {
  const words = wordsOf(text);
  // "Will Anna come?" names nobody yet.
  let end = isNameToo(words) && !text.includes('?') ? 1 : 0;
  while (end < words.length && end < maxWords && isNameWord(words[end] ?? '', end)) end += 1;
  // "Anna de" was no particle of a name.
  while (end > 0 && particles.has((words[end - 1] ?? '').toLowerCase())) end -= 1;
  const name = words.slice(0, end).join(' ');
  return isName(name) ? { name, rest: words.slice(end).join(' ') } : null;
}

/** Without the brackets, quotes and commas around it; a bracket that is opened inside stays: "O'Neil <b>". */
function unwrapped(name: string): string {
  const bare = name.replace(/^[<("'„“«]+|["'”»,;:]+$/g, '');
  return /[<(]/.test(bare) ? bare : bare.replace(/[>)"'”»,;:]+$/, '');
}

/** A name as it is written in a letter: "ANNA O'NEIL-PETROVA" becomes "Anna O'Neil-Petrova"; any other stays. */
export function properName(name: string): string {
  const bare = unwrapped(name.trim());
  const shouts = wordsOf(bare).length > 1 && /\p{Lu}{2}/u.test(bare) && !/\p{Ll}/u.test(bare);
  if (!shouts) return bare;
  const calm = bare
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before, first) => before + first.toUpperCase());
  return calm.replace(/(?<=\s)\S+/gu, (word) =>
    particles.has(word.toLowerCase()) ? word.toLowerCase() : word,
  );
}
