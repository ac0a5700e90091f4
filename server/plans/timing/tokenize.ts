import { digitPieces } from './digits.ts';
import { meantBy, respelt } from './misspelt.ts';
import { phraseAt } from './phrases.ts';
import type { Link, Piece } from './pieces.ts';
import { settle } from './settle.ts';
import type { Vocabulary } from './vocabulary.ts';
import { isDigit, wordsOf } from './words-of.ts';

const STOP: Piece = { is: 'stop' };
const OTHER: Piece = { is: 'other' };
const LOOSE: Piece = { is: 'per', loose: true };

/** "3rd", "15-го", "1º": letters right behind digits that say "in this place of a row". */
const ORDINAL_ENDINGS = new Set(
  'st nd rd th º ª ro er do da ten te ter sten го и я е ом ми ого му ому'.split(' '),
);

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
  '&': { is: 'joiner', range: false, and: true },
  '|': { is: 'stop' },
};

/**
 * A text as the pieces its words, numbers and signs stand for; phrases ("right away") become one piece, the longest
 * first, and slips of the pen are passed over. Time and memory grow with the text's length.
 */
export function tokenize(text: string, vocabulary: Vocabulary): Piece[] {
  const { words, links } = wordsOf(text);
  const pieces = piecesOf(words, links, vocabulary, true);
  // A slip may be in the middle of a phrase, so all is read again.
  return settle(pieces ?? piecesOf(respelt(words, vocabulary.spelling), links, vocabulary, false) ?? []);
}

/** The pieces of some words; null when `stopsAtSlips` and one of them is a slip. */
function piecesOf(
  words: readonly string[],
  links: readonly Link[],
  { phrases, dayFirst, spelling }: Vocabulary,
  stopsAtSlips: boolean,
): Piece[] | null {
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
      if (stopsAtSlips && meantBy(word, spelling) !== undefined) return null;
      pieces.push(signOrWord(word, links[at - 1], words[at], links[at]));
      continue;
    }
    const digits = digitPieces(word, dayFirst);
    const first = digits[0];
    if (first?.is === 'number' && links[at] !== 'free' && isOrdinalEnding(words[at])) {
      pieces.push({ ...first, ordinal: true, ofMonth: words[at]?.endsWith('го') });
      at++;
    } else pieces.push(...digits);
  }
  return pieces;
}

const isOrdinalEnding = (word = '') => ORDINAL_ENDINGS.has(word);

/** Units remember that they hang on their number, and weekdays on another; other pieces are the vocabulary's. */
function hang(piece: Piece, link: Link = 'free'): Piece {
  if (link === 'free') return piece;
  if (piece.is === 'unit') return { ...piece, link };
  return piece.is === 'weekday' && link === 'hyphen' ? { ...piece, hyphened: true } : piece;
}

/** A sign or a word without a meaning. A ">" that compares nothing parts, and so may a "/" with a space on either side. */
function signOrWord(word: string, link: Link = 'free', next = '', nextLink: Link = 'free'): Piece {
  if (word.length > 1) return OTHER;
  const sign = SIGNS[word];
  if (sign?.is === 'per' && link === 'free' && nextLink === 'free') return word === '/' ? LOOSE : sign;
  if (sign) return word === '>' && !isDigit(next[0]) ? STOP : sign;
  // The apostrophe of "3 days' notice" parts nothing, a quotation mark does.
  if (word === "'") return link === 'glued' ? OTHER : STOP;
  return /[\p{L}\p{N}'#%$€£=<>→]/u.test(word) ? OTHER : STOP;
}
