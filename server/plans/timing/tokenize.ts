import { digitPieces } from './digits.ts';
import { phraseAt } from './phrases.ts';
import type { Link, Piece } from './pieces.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isDigit, wordsOf } from './words-of.ts';

const STOP: Piece = { is: 'stop' };
const OTHER: Piece = { is: 'other' };

/** "3rd", "15-го", "1º": letters right behind digits that say "in this place of a row". */
const ORDINAL_ENDINGS = new Set('st nd rd th º ª ro er do da го и я е ом ми ого'.split(' '));

const SIGNS: Record<string, Piece> = {
  '+': { is: 'plus' },
  '−': { is: 'minus' },
  '–': { is: 'dash' },
  '—': { is: 'dash' },
  '/': { is: 'per' },
  '×': { is: 'per' },
  '*': { is: 'per' },
  '~': { is: 'filler' },
  '≈': { is: 'filler' },
  '#': { is: 'filler' },
  '<': { is: 'filler' },
  '>': { is: 'filler' },
  '≤': { is: 'filler' },
  '≥': { is: 'filler' },
  '@': { is: 'on', clock: true },
  '&': { is: 'joiner', range: false },
};

/**
 * A text as the pieces its words, numbers and signs stand for; phrases ("right away") become one piece, the longest
 * first. Time and memory grow with the text's length.
 */
export function tokenize(text: string, { phrases, dayFirst }: Vocabulary): Piece[] {
  const { words, links } = wordsOf(text);
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(phrases, words, at);
    const word = words[at] ?? '';
    if (found) {
      for (const piece of found.value) pieces.push(hang(piece, links[at]));
      at += found.length;
      continue;
    }
    at++;
    if (!isDigit(word[0])) {
      pieces.push(signOrWord(word, links[at - 1]));
      continue;
    }
    const digits = digitPieces(word, dayFirst);
    const first = digits[0];
    if (first?.is === 'number' && links[at] !== 'free' && isOrdinalEnding(words[at])) {
      pieces.push({ ...first, ordinal: true });
      at++;
    } else pieces.push(...digits);
  }
  return pieces;
}

const isOrdinalEnding = (word = '') => ORDINAL_ENDINGS.has(word);

/** Units remember that they hang on their number; every other piece is shared with the vocabulary. */
const hang = (piece: Piece, link: Link = 'free'): Piece =>
  link !== 'free' && piece.is === 'unit' ? { ...piece, link } : piece;

function signOrWord(word: string, link: Link = 'free'): Piece {
  const sign = SIGNS[word];
  if (sign) return sign;
  // The apostrophe of "3 days' notice" parts nothing, a quotation mark does.
  if (word === "'") return link === 'glued' ? OTHER : STOP;
  return /[\p{L}\p{N}'#%$€£=<>→]/u.test(word) ? OTHER : STOP;
}
