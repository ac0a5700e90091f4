import { listed } from './meanings/meaning.ts';
import { phrasesOf } from './read-table.ts';
import type { WordTable } from './words/word-table.ts';
import { wordsOf } from './words-of.ts';

/** The words that are no slip, and by its first letter each word that a slip may have been meant for. */
export type Spelling = { known: ReadonlySet<string>; meant: ReadonlyMap<string, readonly string[]> };

/** Shorter words are too easily another word with a letter changed. */
const SHORTEST = 5;
/** In words so short, one letter for another makes too many other words ("weeks", "weeds"). */
const LONGEST_SHORT = 5;
/** What is worth reading in spite of a slip, besides "tomorrow". */
const WORTH = ['unit', 'weekday', 'month'];

/** How the words of one language are written; a word that any language knows is no slip. */
export function spellingOf(own: WordTable, all: readonly WordTable[]): Spelling {
  const known = new Set(listed(own.lookalikes).flatMap((word) => wordsOf(word).words));
  for (const table of all) for (const [words] of phrasesOf(table)) for (const word of words) known.add(word);
  const worth = phrasesOf(own).filter(([words, [piece, more]]) => {
    return !more && (WORTH.includes(piece?.is ?? '') || (piece?.is === 'fixed' && words.length === 1));
  });
  const meant = new Map<string, string[]>();
  for (const word of new Set(worth.flatMap(([words]) => words))) {
    const first = word.charAt(0);
    if (word.length >= SHORTEST && !word.includes("'")) meant.set(first, [...(meant.get(first) ?? []), word]);
  }
  return { known, meant };
}

/** The word that one was meant for which is one slip away from it: "Thurday", "mintues"; undefined for no slip. */
export function meantBy(word: string, { known, meant }: Spelling): string | undefined {
  if (word.length < SHORTEST || known.has(word)) return undefined;
  const likely = meant.get(word.charAt(0));
  return likely?.find((right) => isOneSlip(word, right));
}

/** Words with the slips put right. */
export const respelt = (words: readonly string[], spelling: Spelling): string[] =>
  words.map((word) => meantBy(word, spelling) ?? word);

/** One letter more, less, or other, or two neighbours in each other's place. */
function isOneSlip(word: string, right: string): boolean {
  const longer = word.length - right.length;
  if (longer < -1 || longer > 1) return false;
  let same = 1;
  while (same < word.length && word[same] === right[same]) same++;
  const rest = (text: string, skipped: number) => text.slice(same + skipped);
  if (longer === 1) return rest(word, 1) === rest(right, 0);
  if (longer === -1) return rest(word, 0) === rest(right, 1);
  if (rest(word, 1) === rest(right, 1)) return right.length > LONGEST_SHORT;
  const isSwapped = word[same] === right[same + 1] && word[same + 1] === right[same];
  return isSwapped && rest(word, 2) === rest(right, 2);
}
