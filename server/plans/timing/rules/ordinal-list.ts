import { isAgainst, isPlainNumber, type Pieces } from '../neighbours.ts';
import type { NumberPiece, Piece, UnitPiece } from '../pieces.ts';

/** Behind "3-5", "3 to 5", "3, 5 and 7", "3+": where what follows the numbers begins. */
export function endOfList(pieces: Pieces, at: number): number {
  let end = at;
  while (isBetween(pieces[end]) && isListed(pieces[end + 1])) end += 2;
  return pieces[end]?.is === 'plus' && !isCounted(pieces[end + 1]) ? end + 1 : end;
}

const isBetween = (piece?: Piece) =>
  piece?.is === 'joiner' ||
  piece?.is === 'dash' ||
  piece?.is === 'per' ||
  (piece?.is === 'deadline' && piece.shift === 0);
const isListed = (piece?: Piece): piece is NumberPiece => piece?.is === 'number' && !piece.article;
const isCounted = (piece?: Piece) => piece?.is === 'number' || piece?.is === 'unit';

/** "Day 3 before the launch", "Day 2 + 3 days" (unlike "Day 2 + Day 5"), "Day 3 5 times". */
export function isSpoiled(pieces: Pieces, at: number): boolean {
  const [piece, next] = [pieces[at], pieces[at + 1]];
  if (piece?.is === 'plus') return isPlainNumber(next);
  // "Day 3/Day 5", but not "Day 3 / week".
  if (piece?.is === 'per') return !(next?.is === 'unit' && isPlainNumber(pieces[at + 2]));
  return isAgainst(piece) || isPlainNumber(piece) || (piece?.is === 'unit' && !isNextDay(piece, next));
}

/** "Day 1-Day 3". */
const isNextDay = (piece: UnitPiece, next?: Piece) => piece.link === 'hyphen' && isPlainNumber(next);
