import type { Unit } from '../units.ts';
import type { UnitName, WordTable } from '../words/word-table.ts';
import { listed, type Meaning } from './meaning.ts';

const UNITS: readonly [UnitName, Unit, size: number][] = [
  ['minute', 'minute', 1],
  ['halfHour', 'minute', 30],
  ['hour', 'hour', 1],
  ['businessHour', 'hour', 1],
  ['halfDay', 'hour', 12],
  ['day', 'day', 1],
  ['businessDay', 'business-day', 1],
  ['week', 'week', 1],
  ['fortnight', 'week', 2],
  ['month', 'month', 1],
  ['quarter', 'month', 3],
  ['halfYear', 'month', 6],
  ['year', 'month', 12],
];

/** Numbers, and what is a whole timing by itself. */
export function countings(table: WordTable): Meaning[] {
  return [
    [table.articles, { is: 'number', value: 1, spelled: true, article: true }],
    ...Object.entries(table.numbers).map(
      ([word, value]): Meaning => [word, { is: 'number', value, spelled: true }],
    ),
    ...table.ordinals.map(
      (words, index): Meaning => [words, { is: 'number', value: index + 1, spelled: true, ordinal: true }],
    ),
    ...Object.entries(table.fixed).map(
      ([word, [amount, unit]]): Meaning => [word, { is: 'fixed', span: { amount, unit } }],
    ),
    [table.andHalf, { is: 'and-half' }],
    [table.now, { is: 'now', anywhere: true }],
    [table.nowAtEdge, { is: 'now', anywhere: false }],
  ];
}

/** What spans are counted in, word by word. */
export function unitsOf({ units, ...table }: WordTable): Meaning[] {
  const [describing, ofAfternoon] = [listed(table.attributive), listed(table.afternoonUnits)];
  const singular = listed(table.singularUnits);
  return UNITS.flatMap(([name, unit, size]) =>
    listed(units[name]).map((word): Meaning => {
      const flags = { attributive: describing.includes(word), afternoon: ofAfternoon.includes(word) };
      const kind = { working: name === 'businessHour', singular: singular.includes(word) };
      return [word, { is: 'unit', unit, size, link: 'free', ...flags, ...kind }];
    }),
  );
}
