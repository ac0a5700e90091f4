import type { WordTable } from '../words/word-table.ts';
import { listed, type Meaning } from './meaning.ts';

/** What makes a span a delay, or a day a deadline. */
export function delays({
  fromNow,
  after,
  since,
  impliesOne,
  leads,
  waits,
  trails,
  by,
  before,
}: WordTable): Meaning[] {
  const delay = {
    is: 'delay',
    leads: false,
    trails: false,
    takesEvent: false,
    impliesOne: false,
    fromNow: false,
    waits: false,
  } as const;
  const trailing = listed(trails);
  return [
    [fromNow, { ...delay, trails: true, fromNow: true }],
    [after, { ...delay, leads: true, trails: true, takesEvent: true }],
    [since, { ...delay, trails: true, takesEvent: true }],
    ...listed(impliesOne).map((word): Meaning => {
      return [word, { ...delay, leads: true, trails: trailing.includes(word), impliesOne: true }];
    }),
    ...listed(leads).map((word): Meaning => {
      return [word, { ...delay, leads: true, trails: trailing.includes(word) }];
    }),
    ...listed(waits).map((word): Meaning => {
      return [word, { ...delay, leads: true, trails: trailing.includes(word), waits: true }];
    }),
    [trails, { ...delay, trails: true }],
    [by, { is: 'deadline', shift: 0 }],
    [before, { is: 'deadline', shift: -1 }],
  ];
}

/** What stands between the words that say when. */
export function relations(table: WordTable): Meaning[] {
  return [
    [table.against, { is: 'against' }],
    [table.last, { is: 'against', last: true }],
    [table.lasting, { is: 'lasting' }],
    [table.silence, { is: 'silence', denies: false }],
    [table.denials, { is: 'silence', denies: true }],
    [table.conditions, { is: 'condition' }],
    [table.once, { is: 'once' }],
    [table.of, { is: 'of' }],
    [table.choices, { is: 'joiner', range: false }],
    [table.and, { is: 'joiner', range: false, and: true }],
    [table.ranges, { is: 'joiner', range: true }],
    [table.atHour, { is: 'on', clock: true }],
    [table.onDay, { is: 'on', clock: false, ofMonth: true }],
    [table.on, { is: 'on', clock: false }],
    [table.reviews, { is: 'review' }],
    [table.the, { is: 'filler', the: true }],
    [table.fillers, { is: 'filler' }],
  ];
}
