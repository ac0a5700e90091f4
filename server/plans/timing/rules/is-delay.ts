import type { Count } from '../count.ts';
import {
  afterFillers,
  closesClause,
  isThing,
  leads,
  opensClause,
  type Pieces,
  trails,
} from '../neighbours.ts';
import type { Piece, UnitPiece } from '../pieces.ts';

/** Whether what stands around a span makes it so long from the base: a word that leads or trails, or nothing at all. */
export function isDelay(
  pieces: Pieces,
  beforeAt: number,
  unit: UnitPiece,
  count: Count,
  next: number,
): boolean {
  const [before, after] = [pieces[beforeAt], pieces[afterFillers(pieces, next)]];
  if (after?.is === 'review' && (unit.link !== 'free' || unit.attributive)) return opensClause(before);
  const describes = unit.link === 'hyphen' || (unit.attributive && count.value !== 1);
  if (describes && isThing(after)) return false;
  if (leads(before) || before?.is === 'plus' || trails(after)) return true;
  if (before?.is === 'delay') return count.isRange || closesClause(after);
  // "De 3 a 5 dias".
  if (before?.is === 'of') return count.isRange && closesClause(after);
  // "A las 48 horas", unlike "a las 2 horas", which may be a time of day.
  if (before?.is === 'on' && before.clock) return unit.unit !== 'hour' || count.value > 23;
  // "В ближайшие 2 дня".
  if (before?.is === 'on' && isNext(pieces, beforeAt + 1)) return true;
  // "Er meldet sich 3 Tage nicht".
  if (after?.is === 'silence' && unit.link === 'free' && !unit.attributive) return true;
  const isShort = unit.link === 'glued' && isThing(before);
  return (
    (opensClause(before) || before?.is === 'condition' || isShort) &&
    isEnd(pieces, afterFillers(pieces, next))
  );
}

/** "2 weeks of silence" ends with its unit, as "3 hours later today" does; "2 weeks of work" does not. */
const isEnd = (pieces: Pieces, at: number) =>
  pieces[at]?.is === 'now' ||
  isMinimum(pieces[at]) ||
  (closesClause(pieces[at]) && (pieces[at]?.is !== 'of' || pieces[at + 1]?.is === 'silence'));

/** "3 days min". */
const isMinimum = (piece?: Piece) => piece?.is === 'unit' && piece.unit === 'minute' && piece.link === 'free';

const isNext = (pieces: Pieces, at: number) => {
  const piece = pieces[at]?.is === 'filler' ? pieces[at + 1] : pieces[at];
  return piece?.is === 'ahead' && piece.ahead > 0;
};
