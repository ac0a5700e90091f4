import type { Piece } from './pieces.ts';
import type { Unit } from './units.ts';
import { german } from './words/de.ts';
import { english } from './words/en.ts';
import { spanish } from './words/es.ts';
import { portuguese } from './words/pt.ts';
import { russian } from './words/ru.ts';
import type { UnitName, WordTable } from './words/word-table.ts';

/** The longest phrase of any word table, in words. */
export const LONGEST_PHRASE = 4;

export type Vocabulary = ReadonlyMap<string, Piece>;

const languages = new Map([
  ['en', english],
  ['ru', russian],
  ['de', german],
  ['es', spanish],
  ['pt', portuguese],
]);

const UNITS: Record<UnitName, [unit: Unit, size: number]> = {
  minute: ['minute', 1],
  hour: ['hour', 1],
  day: ['day', 1],
  businessDay: ['business-day', 1],
  week: ['week', 1],
  fortnight: ['week', 2],
  month: ['month', 1],
  quarter: ['month', 3],
  halfYear: ['month', 6],
  year: ['month', 12],
};

/** Lower case, without accents, with straight apostrophes: "Días" and "dias" are one word. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('’', "'");
}

const list = (words = '') => words.split(', ').filter(Boolean).map(fold);

/** One table as a map from folded phrase to meaning; where a word is listed twice, the later field counts. */
function read(table: WordTable): Map<string, Piece> {
  const words = new Map<string, Piece>();
  const put = (phrases: string | undefined, piece: Piece) => {
    for (const phrase of list(phrases)) words.set(phrase, piece);
  };
  put(table.fillers, { is: 'filler' });
  put(table.conditions, { is: 'condition' });
  put(table.joiners, { is: 'joiner' });
  put(table.weekdays, { is: 'weekday' });
  put(table.against, { is: 'against' });
  put(table.lasting, { is: 'lasting' });
  put('t', { is: 'anchor' });

  const [leads, trails, alone] = [list(table.leads), list(table.trails), list(table.impliesOne)];
  for (const word of [...leads, ...trails, ...alone]) {
    const impliesOne = alone.includes(word);
    words.set(word, {
      is: 'delay',
      leads: impliesOne || leads.includes(word),
      trails: trails.includes(word),
      impliesOne,
    });
  }
  for (const [name, phrases] of Object.entries(table.units)) {
    const [unit, size] = UNITS[name as UnitName];
    put(phrases, { is: 'unit', unit, size });
  }
  for (const word of list(table.attributive)) {
    const piece = words.get(word);
    if (piece?.is === 'unit') words.set(word, { ...piece, attributive: true });
  }
  for (const [word, value] of Object.entries(table.numbers))
    put(word, { is: 'number', value, spelled: true });
  put(table.articles, { is: 'number', value: 1, spelled: true, article: true });
  for (const [word, [amount, unit]] of Object.entries(table.fixed)) put(word, { is: 'fixed', amount, unit });
  put(table.now, { is: 'now', anywhere: true });
  put(table.nowAtEdge, { is: 'now', anywhere: false });
  put(table.ignored, { is: 'other' });
  return words;
}

const tables = new Map([...languages].map(([code, table]) => [code, read(table)]));
const everyLanguage = merge([...tables.values()]);
const vocabularies = new Map([...tables].map(([code, own]) => [code, merge([own, everyLanguage])]));

/** Where two maps know the same phrase, the earlier map decides. */
function merge(maps: ReadonlyMap<string, Piece>[]): Vocabulary {
  return new Map(maps.toReversed().flatMap((map) => [...map]));
}

/**
 * Every language's words, because a plan may be written in another language than its reader's. `language` (a tag
 * such as "es" or "pt-BR") decides where one word means two things: "once" is eleven in Spanish only.
 */
export function vocabularyFor(language = 'en'): Vocabulary {
  return vocabularies.get(language.slice(0, 2).toLowerCase()) ?? everyLanguage;
}
