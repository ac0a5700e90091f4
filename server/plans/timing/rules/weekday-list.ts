import { closesClause, opensClause, type Pieces, type Reading } from '../neighbours.ts';
import type { Piece } from '../pieces.ts';

type Weekdays = { weekdays: number[]; next: number };

/** More are all the days of a week on which people work. */
const LONGEST_RANGE = 4;

/** The weekdays between which one may choose: some, or those from one to another. */
export function listAt(pieces: Pieces, start: number): Reading<Weekdays> {
  const weekdays: number[] = [];
  for (let at = start; ; at += 2) {
    const piece = pieces[at];
    if (piece?.is !== 'weekday') return undefined;
    weekdays.push(piece.weekday);
    const [after, then] = [pieces[at + 1], pieces[at + 2]];
    if (after?.is === 'weekday') return after.hyphened ? rangeTo(pieces, weekdays, at + 1) : null;
    if (isRange(after) && then?.is === 'weekday') return rangeTo(pieces, weekdays, at + 2);
    if (isChoice(after) && then?.is === 'weekday') continue;
    if (piece.unsure && isCountable(after)) return undefined;
    // "Tuesday/Friday updates" come on both, again and again.
    if (weekdays.length > 1 && !closesClause(after) && !isTime(after)) return null;
    return { value: { weekdays, next: at + 1 }, next: at + 1 };
  }
}

/**
 * "Tuesday-Thursday": any of them will do. "Monday to Friday" are office days, and one with anything behind it
 * ("Tue-Thu 9-5") is when somebody can be reached.
 */
function rangeTo(pieces: Pieces, [from, more]: readonly number[], at: number): Reading<Weekdays> {
  const last = pieces[at];
  if (last?.is !== 'weekday' || from === undefined || more !== undefined || !opensClause(pieces[at + 1]))
    return null;
  const days = ((last.weekday - from + 7) % 7) + 1;
  if (days === 1 || days > LONGEST_RANGE) return null;
  const weekdays = Array.from({ length: days }, (_, day) => ((from - 1 + day) % 7) + 1);
  return { value: { weekdays, next: at + 1 }, next: at + 1 };
}

const isRange = (piece?: Piece) =>
  piece?.is === 'dash' ||
  piece?.is === 'minus' ||
  (piece?.is === 'joiner' && piece.range) ||
  (piece?.is === 'deadline' && piece.shift === 0);
const isChoice = (piece?: Piece) =>
  piece?.is === 'per' || piece?.is === 'stop' || (piece?.is === 'joiner' && !piece.range);
const isCountable = (piece?: Piece) => piece?.is === 'other' || piece?.is === 'event' || piece?.is === 'unit';
const isTime = (piece?: Piece) =>
  ['part', 'clock', 'number', 'on', 'delay', 'deadline', 'ahead'].includes(piece?.is ?? '');
