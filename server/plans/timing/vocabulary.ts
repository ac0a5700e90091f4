import { listed } from './meanings/meaning.ts';
import { type Spelling, spellingOf } from './misspelt.ts';
import { addPhrase, noPhrases, type Phrases } from './phrases.ts';
import type { Piece } from './pieces.ts';
import { phrasesOf } from './read-table.ts';
import { german } from './words/de.ts';
import { english } from './words/en.ts';
import { spanish } from './words/es.ts';
import { portuguese } from './words/pt.ts';
import { russian } from './words/ru.ts';
import { zones } from './words/zones.ts';
import { wordsOf } from './words-of.ts';

/** What phrases mean; `dayFirst` as in ./digits.ts. Slips are put right in the reader's own language only. */
export type Vocabulary = {
  phrases: Phrases<readonly Piece[]>;
  dayFirst: boolean | null;
  spelling: Spelling;
};

const tables = new Map([
  ['en', english],
  ['ru', russian],
  ['de', german],
  ['es', spanish],
  ['pt', portuguese],
]);

function build(language: string): Vocabulary {
  const own = tables.get(language);
  const phrases = noPhrases<readonly Piece[]>();
  for (const table of [own, ...tables.values()]) {
    if (!table) continue;
    const kept = new Set(table === own ? [] : listed(table.own).map((word) => wordsOf(word).words.join(' ')));
    for (const [words, pieces] of phrasesOf(table))
      if (!kept.has(words.join(' '))) addPhrase(phrases, words, pieces);
  }
  for (const [name, zone] of zones) addPhrase(phrases, [name], [{ is: 'zone', zone }]);
  const spelling = spellingOf(own ?? english, [...tables.values()]);
  return { phrases, dayFirst: own && own !== english ? true : null, spelling };
}

const built = new Map<string, Vocabulary>();

/**
 * Every language's words, because a plan may be written in another language than its reader's. `language` (a tag
 * such as "es" or "pt-BR") decides where one word means two things: "once" is eleven in Spanish only.
 */
export function vocabularyFor(language = 'en'): Vocabulary {
  const code = language.slice(0, 2).toLowerCase();
  const key = tables.has(code) ? code : '';
  const known = built.get(key);
  if (known) return known;
  const vocabulary = build(key);
  built.set(key, vocabulary);
  return vocabulary;
}
