import type { Part } from '../timing-type.ts';
import type { DayPart, WordTable } from '../words/word-table.ts';
import { listed, type Meaning } from './meaning.ts';

/** The hours in which a part of the day begins, which it stands for, and in which it ends. */
const DAY_PARTS: readonly [DayPart, from: number, at: number, until: number][] = [
  ['dawn', 0, 6, 9],
  ['am', 6, 9, 12],
  ['morning', 6, 9, 12],
  ['noon', 12, 12, 14],
  ['pm', 12, 14, 18],
  ['afternoon', 12, 14, 18],
  ['evening', 17, 18, 22],
  ['night', 17, 19, 24],
  ['close', 16, 17, 24],
];

const EDGES: readonly Exclude<Part, 'whole'>[] = ['start', 'middle', 'late', 'end'];

/** Days, months, parts of the day and of longer times. */
export function calendars({ weekdays, months, parts, edges, ahead, ...table }: WordTable): Meaning[] {
  const unsure = listed(table.unsureWeekdays);
  return [
    ...weekdays.flatMap((words, index) =>
      listed(words).map((word): Meaning => {
        return [word, { is: 'weekday', weekday: index + 1, unsure: unsure.includes(word) }];
      }),
    ),
    [table.recurring, { is: 'against' }],
    ...months.map((words, index): Meaning => [words, { is: 'month', month: index + 1 }]),
    ...DAY_PARTS.map(([name, from, at, until]): Meaning => {
      const half = name === 'am' || name === 'pm';
      return [parts[name], { is: 'part', from: from * 60, at: at * 60, until: until * 60, half }];
    }),
    ...EDGES.map((part): Meaning => [edges[part], { is: 'edge', part }]),
    [ahead.this, { is: 'ahead', ahead: 0, soon: true }],
    [ahead.soon, { is: 'ahead', ahead: 1, soon: true }],
    [ahead.next, { is: 'ahead', ahead: 1, soon: false }],
    [ahead.afterNext, { is: 'ahead', ahead: 2, soon: false }],
    [table.hourSign, { is: 'hour-sign' }],
    [table.quarterSign, { is: 'quarter-sign' }],
    [table.weekSign, { is: 'week-sign' }],
    [table.dayOfMonth, { is: 'day-of-month' }],
  ];
}
