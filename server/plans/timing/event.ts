import type { EventName } from './event-name.ts';
import { closesClause, type Pieces } from './neighbours.ts';
import type { Piece } from './pieces.ts';

/** "After you have sent them the contract" has five words between the two. */
const FARTHEST = 6;

/** The first event that a text counts from. */
export function eventIn(pieces: Pieces): EventName | null {
  for (const [at, piece] of pieces.entries())
    if (piece.is === 'event' && isCountedFrom(pieces, at)) return piece.name;
  return null;
}

/** "After the demo", "once they have replied", "within a day of the call", "demo + 2 days"; not "no reply after ...". */
function isCountedFrom(pieces: Pieces, event: number): boolean {
  const next = pieces[event + 1];
  if (isDenied(pieces, event)) return false;
  for (let at = event - 1; at >= 0 && at >= event - FARTHEST; at--) {
    const piece = pieces[at];
    if (opensEvent(pieces, at)) return true;
    if (!mayStandBetween(piece)) break;
  }
  return next?.is === 'plus' && pieces[event - 1]?.is !== 'silence';
}

/** "The demo is booked", "the demo no-show": it has not taken place. */
function isDenied(pieces: Pieces, event: number): boolean {
  for (let at = event + 1; at < event + 4 && !closesClause(pieces[at]); at++)
    if (pieces[at]?.is === 'not-yet') return true;
  return false;
}

function opensEvent(pieces: Pieces, at: number): boolean {
  const piece = pieces[at];
  if (piece?.is === 'once') return true;
  if (piece?.is === 'delay') return piece.takesEvent && pieces[at - 1]?.is !== 'silence';
  return piece?.is === 'of' && pieces[at - 1]?.is === 'unit' && pieces[at - 2]?.is === 'number';
}

/** Words that tell more about the event; a number, a stop, a negation or another relation parts it from "after". */
const mayStandBetween = (piece?: Piece) =>
  piece?.is === 'other' ||
  piece?.is === 'filler' ||
  piece?.is === 'event' ||
  piece?.is === 'ahead' ||
  (piece?.is === 'on' && !piece.clock) ||
  piece?.is === 'of' ||
  (piece?.is === 'number' && (piece.article === true || (piece.ordinal === true && piece.value === 1)));
