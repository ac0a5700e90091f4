import type { Link } from './pieces.ts';

/**
 * Numbers with what ties them together ("3-5", "12.02.2026", "14:30"), words, line ends, and single signs. The letters
 * are ranges of folded text rather than \p{L}, which takes twice as long.
 */
const TOKEN =
  /\d+(?:[.,:/–—-]\d+)*|[a-zªº\u00df-\u1fff\u2c00-\ud7ff]+(?:'[a-z\u00df-\u1fff\u2c00-\ud7ff]+)*|\n|[^\s_]/g;
const LETTER = /[a-z\u00df-\u1fff\u2c00-\ud7ff]/;
/** Letters with accents, accents by themselves, and what is written in two ways. */
const ACCENTED = /[ß’йёї\u00e0-\u024f]|[\u0300-\u036f]/g;
const plainLetters = new Map([
  ['ß', 'ss'],
  ['’', "'"],
]);

/** Lower case, without accents, with straight apostrophes: "Días" and "dias" are one word. */
export const fold = (text: string) => text.toLowerCase().replace(ACCENTED, withoutAccent);

function withoutAccent(letter: string): string {
  const plain = plainLetters.get(letter) ?? letter.normalize('NFD').replace(/\p{M}/gu, '');
  plainLetters.set(letter, plain);
  return plain;
}

/** The words of a text, folded, and how each hangs on the one before. Time grows with the text's length. */
export function wordsOf(text: string): { words: string[]; links: Link[] } {
  const folded = fold(text);
  const words: string[] = [];
  const links: Link[] = [];
  let end = 0;
  let link: Link = 'free';
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(folded); match; match = TOKEN.exec(folded)) {
    const [word] = match;
    if (match.index !== end || end === 0) link = 'free';
    else if (link !== 'hyphen') link = 'glued';
    end = match.index + word.length;
    if (word === '-' && link === 'glued' && LETTER.test(folded[end] ?? '')) {
      // "same-day", "30-day": the hyphen only ties two words together.
      link = 'hyphen';
      continue;
    }
    words.push(word === '-' ? dash(folded[end]) : word);
    links.push(link);
    link = 'free';
  }
  return { words, links };
}

/** "0" to "9". */
export const isDigit = (char?: string) => char !== undefined && char >= '0' && char <= '9';

/** A hyphen right before a digit is a minus; one that stands free is a dash. */
const dash = (after?: string) => (isDigit(after) ? '−' : '—');
