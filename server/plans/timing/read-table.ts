import { listed } from './meanings/meaning.ts';
import { meaningsOf } from './meanings.ts';
import { addPhrase, noPhrases, type Phrases, phraseAt } from './phrases.ts';
import type { Piece } from './pieces.ts';
import type { WordTable } from './words/word-table.ts';
import { wordsOf } from './words-of.ts';

type Phrase = [words: string[], pieces: readonly Piece[]];

const read = new Map<WordTable, Phrase[]>();

/** The phrases of one table; read once. */
export function phrasesOf(table: WordTable): Phrase[] {
  const phrases = read.get(table) ?? readTable(table);
  read.set(table, phrases);
  return phrases;
}

/** The phrases of one table, folded, those that stand for others with the pieces of the others. */
function readTable(table: WordTable): Phrase[] {
  const plain = meaningsOf(table).flatMap(([phrases, piece]) =>
    listed(phrases).map((phrase): Phrase => [wordsOf(phrase).words, [piece]]),
  );
  const known = noPhrases<readonly Piece[]>();
  for (const [words, pieces] of plain) addPhrase(known, words, pieces);
  const same = Object.entries(table.same).flatMap(([phrases, meant]) => {
    const pieces = piecesOf(wordsOf(meant).words, known);
    return listed(phrases).map((phrase): Phrase => [wordsOf(phrase).words, pieces]);
  });
  return [...same, ...plain];
}

function piecesOf(words: string[], phrases: Phrases<readonly Piece[]>): Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(phrases, words, at);
    if (!found) throw new Error(`no meaning of its own: ${words.join(' ')}`);
    pieces.push(...found.value);
    at += found.length;
  }
  return pieces;
}
