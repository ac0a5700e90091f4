import {
  closesClause,
  isAgainst,
  isDenial,
  isPlainNumber,
  isThing,
  joins,
  leads,
  opensClause,
  type Pieces,
  trails,
} from '../neighbours.ts';
import { ordinal } from './ordinal.ts';

/** "Every 3 days", "not within 3 days", "for 3 days", "-3 days", "2 days + 1 week" before the 1. */
export function spoiledBefore(pieces: Pieces, at: number): boolean {
  const piece = pieces[at];
  if (leads(piece)) return isAgainst(pieces[at - 1]) || isTally(pieces, at);
  if (piece?.is === 'plus') return ['number', 'unit'].includes(pieces[at - 1]?.is ?? '');
  if (piece?.is === 'joiner') return pieces[at - 1]?.is === 'number';
  return isAgainst(piece) || isPlainNumber(piece) || ['lasting', 'minus', 'edge'].includes(piece?.is ?? '');
}

/** "5 touches in 14 days": how many within, not when. */
const isTally = (pieces: Pieces, lead: number) =>
  isThing(pieces[lead - 1]) && isPlainNumber(pieces[lead - 2]) && opensClause(pieces[lead - 3]);

/** "3 days ago", "3 days 2 weeks", "2 weeks to 2 days", and "2 days after Day 7", which counts from elsewhere. */
export function spoiledAfter(pieces: Pieces, at: number, isWaited: boolean): boolean {
  const [piece, next] = [pieces[at], pieces[at + 1]];
  if (joins(piece)) return next?.is === 'number';
  // "Give it 3 days before the next call" says what comes then.
  if (piece?.is === 'deadline') return !isWaited && !closesClause(next);
  if (trails(piece)) return ordinal(pieces, at + 1) !== undefined;
  // "3 дня не отвечает" tells of silence.
  return (isAgainst(piece) && !isDenial(piece)) || piece?.is === 'number' || piece?.is === 'edge';
}

/** "No reply for 3 days", "if they have been silent 3 days": looks back a few words in the same clause. */
export function isSilent(pieces: Pieces, beforeAt: number): boolean {
  if (isAgainst(pieces[beforeAt]) && pieces[beforeAt]?.is !== 'against') return false;
  for (let at = beforeAt; at > beforeAt - 6 && !opensClause(pieces[at]); at--)
    if (pieces[at]?.is === 'silence') return !isDenial(pieces[at]) || at < beforeAt - 1;
  return false;
}
