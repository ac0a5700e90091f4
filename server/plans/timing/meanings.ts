import { eventNames } from './event-name.ts';
import { calendars } from './meanings/calendar.ts';
import { countings, unitsOf } from './meanings/counting.ts';
import type { Meaning } from './meanings/meaning.ts';
import { delays, relations } from './meanings/relations.ts';
import type { WordTable } from './words/word-table.ts';

/** What the phrases of a table mean; where a phrase is there twice, the first counts. */
export function meaningsOf(table: WordTable): Meaning[] {
  return [
    [table.ignored, { is: 'other' }],
    ...countings(table),
    ...unitsOf(table),
    ...calendars(table),
    ...delays(table),
    ...relations(table),
    ...eventNames.map((name): Meaning => [table.events[name], { is: 'event', name }]),
    [table.notYet, { is: 'not-yet' }],
    ['t', { is: 'anchor' }],
  ];
}
