import { closesClause, type Pieces, type Reading } from '../neighbours.ts';
import type { Piece } from '../pieces.ts';

/** The weekdays between which one may choose. */
export function listAt(pieces: Pieces, start: number): Reading<{ weekdays: number[]; next: number }> {
  const weekdays: number[] = [];
  for (let at = start; ; at += 2) {
    const piece = pieces[at];
    if (piece?.is !== 'weekday') return undefined;
    weekdays.push(piece.weekday);
    const [after, then] = [pieces[at + 1], pieces[at + 2]];
    if (after?.is === 'weekday' || (isRange(after) && then?.is === 'weekday')) return null;
    if (isChoice(after) && then?.is === 'weekday') continue;
    if (piece.unsure && isCountable(after)) return undefined;
    // "Tuesday/Friday updates" come on both, again and again.
    if (weekdays.length > 1 && !closesClause(after) && !isTime(after)) return null;
    return { value: { weekdays, next: at + 1 }, next: at + 1 };
  }
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
