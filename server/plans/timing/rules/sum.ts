import { countAt } from '../count.ts';
import { afterFillers, type Found, type Pieces } from '../neighbours.ts';
import type { Piece, UnitPiece } from '../pieces.ts';
import { timesIn } from '../units.ts';

/** So much of a unit, read up to before `next`. */
export type Amount = { value: number; unit: UnitPiece; next: number };

/** "1 day 3 hours", "2 hours and 30 minutes", "1 week + 2 days", "1h30": an amount with the smaller ones behind it. */
export function withSmaller(pieces: Pieces, amount: Amount): Amount {
  let total = amount;
  for (let more = smallerAt(pieces, total); more; more = smallerAt(pieces, total)) total = more;
  return total;
}

function smallerAt(pieces: Pieces, { value, unit, next }: Amount): Amount | undefined {
  const minutes = bareMinutes(pieces, unit, next);
  if (minutes)
    return { value: value * 60 + minutes.value, unit: { ...unit, unit: 'minute' }, next: minutes.next };
  const countFrom = isAnd(pieces[next]) ? next + 1 : next;
  if (pieces[countFrom]?.is !== 'number') return undefined;
  const count = countAt(pieces, countFrom);
  const smaller = count && pieces[afterFillers(pieces, count.next)];
  if (!count || count.isRange || smaller?.is !== 'unit') return undefined;
  const times = timesIn(unit.unit, smaller.unit);
  // "1 year and 2 months" are both counted in months; "3 days and 2 weeks" is no sum.
  if (times === null || times * unit.size <= smaller.size) return undefined;
  const sum = value * times * unit.size + count.value * smaller.size;
  return { value: sum, unit: { ...smaller, size: 1 }, next: afterFillers(pieces, count.next) + 1 };
}

/** The 30 of "1h30". */
function bareMinutes(pieces: Pieces, unit: UnitPiece, at: number): Found<number> | undefined {
  const minutes = pieces[at];
  if (unit.unit !== 'hour' || unit.link !== 'glued' || minutes?.is !== 'number' || minutes.spelled)
    return undefined;
  return minutes.value < 60 && pieces[at + 1]?.is !== 'unit'
    ? { value: minutes.value, next: at + 1 }
    : undefined;
}

const isAnd = (piece?: Piece) => (piece?.is === 'joiner' && Boolean(piece.and)) || piece?.is === 'plus';
