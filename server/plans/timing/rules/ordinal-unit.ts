import { isAgainst, opensClause, type Pieces, type Reading, trails } from '../neighbours.ts';
import type { Day } from '../timing-type.ts';
import { COUNTED, dayFrom } from './ordinal.ts';

/** "Third day", "на 3-й день", "am dritten Tag". */
export function ordinalUnit(pieces: Pieces, at: number): Reading<Day> {
  const number = pieces[at];
  const before = pieces[at - 1];
  // German writes "am 3. Tag"; "1. Day 3" is a numbered list.
  const isDotted =
    pieces[at + 1]?.is === 'stop' &&
    (before?.is === 'on' || opensClause(before)) &&
    pieces[at + 3]?.is !== 'number' &&
    !trails(pieces[at + 3]);
  const unitAt = isDotted ? at + 2 : at + 1;
  const unit = pieces[unitAt];
  if (number?.is !== 'number' || unit?.is !== 'unit' || !COUNTED.includes(unit.unit)) return undefined;
  const isPlace = number.ordinal || isDotted || (unit.singular && number.value > 1 && !number.spelled);
  if (!isPlace || unit.size !== 1) return undefined;
  if (isAgainst(before) || isAgainst(pieces[unitAt + 1]) || before?.is === 'number') return null;
  // "The first week of March".
  if (pieces[unitAt + 1]?.is === 'of' || pieces[unitAt + 1]?.is === 'month') return null;
  return dayFrom(unit, number.value, false, unitAt + 1);
}
