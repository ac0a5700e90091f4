import type { Piece } from './pieces.ts';
import { fold, LONGEST_PHRASE, type Vocabulary } from './vocabulary.ts';

// Each character belongs to one branch, so the match never backtracks over more than one token.
const TOKEN = /\d+(?:[.,:/–—-]\d+)*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\n|[^\s_]/gu;
const LONGEST_WORD = 40;
const STOP: Piece = { is: 'stop' };
const OTHER: Piece = { is: 'other' };

type Token = { text: string; glued: boolean };

/**
 * A text as the pieces its words, numbers and signs stand for; phrases ("right away") become one piece, the
 * longest first. Time and memory grow with the text's length.
 */
export function tokenize(text: string, vocabulary: Vocabulary): Piece[] {
  const tokens = split(text);
  const pieces: Piece[] = [];
  for (let i = 0; i < tokens.length; ) {
    const { piece, length } = phraseAt(tokens, i, vocabulary);
    pieces.push(...piece);
    i += length;
  }
  return pieces;
}

/** Words folded; a hyphen inside a word ("same-day") parts two words, one after a number ("30-day") glues. */
function split(text: string): Token[] {
  const tokens: Token[] = [];
  let glued = false;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const before = text[index - 1] ?? ' ';
    const after = text[index + 1] ?? ' ';
    if (token === '-' && isLetter(after) && (isLetter(before) || isDigit(before))) {
      glued = isDigit(before);
      continue;
    }
    tokens.push({ text: token.length > LONGEST_WORD ? '' : word(token, after), glued });
    glued = false;
  }
  return tokens;
}

const isLetter = (char: string) => /\p{L}/u.test(char);
const isDigit = (char: string) => /\d/.test(char);

/** A hyphen right before a digit is a minus; one that stands free is a dash. */
function word(token: string, after: string): string {
  if (token === '-' || token === '−') return isDigit(after) ? '−' : '—';
  return fold(token);
}

function phraseAt(
  tokens: Token[],
  start: number,
  vocabulary: Vocabulary,
): { piece: Piece[]; length: number } {
  for (let length = LONGEST_PHRASE; length > 0; length--) {
    const words = tokens.slice(start, start + length);
    const piece =
      words.length === length ? vocabulary.get(words.map(({ text }) => text).join(' ')) : undefined;
    if (piece?.is === 'unit') return { piece: [{ ...piece, glued: words[0]?.glued ?? false }], length };
    if (piece) return { piece: [piece], length };
  }
  return { piece: [signOrNumber(tokens[start]?.text ?? '')].flat(), length: 1 };
}

function signOrNumber(token: string): Piece | Piece[] {
  if (isDigit(token)) return number(token);
  if (token === '' || isLetter(token)) return OTHER;
  if (token === '+') return { is: 'plus' };
  if (token === '−') return { is: 'minus' };
  if (token === '–' || token === '—') return { is: 'dash' };
  if ('/×*'.includes(token)) return { is: 'per' };
  if ('~≈'.includes(token)) return { is: 'filler' };
  return /[\p{N}'’#&%$€£=<>]/u.test(token) ? OTHER : STOP;
}

/** "3", "1.5" and "3-5" are numbers; "14:30", "1,000", "12.02.2026", "1/2" and endless digits are not. */
function number(token: string): Piece | Piece[] {
  const [first = '', last, ...more] = token.split(/[–—-]/);
  if (more.length > 0 || !/^\d{1,6}(?:[.,]\d{1,2})?$/.test(first)) return OTHER;
  const from: Piece = { is: 'number', value: Number(first.replace(',', '.')) };
  if (last === undefined) return from;
  return /^\d{1,6}$/.test(last) ? [from, { is: 'joiner' }, { is: 'number', value: Number(last) }] : OTHER;
}
