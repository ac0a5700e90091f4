import { isPlainNumber, type Pieces } from './neighbours.ts';
import type { NumberPiece, Piece } from './pieces.ts';

const STOP: Piece = { is: 'stop' };

/**
 * What only neighbours can tell: "twenty-one" is one number, and " / " parts, as "//" does, unless it is a
 * rate ("2 hours / day").
 */
export function settle(pieces: Piece[]): Piece[] {
  if (!pieces.some(isOpen)) return pieces;
  const settled: Piece[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (piece?.is === 'per' && pieces[at + 1]?.is === 'per') {
      settled.push(STOP);
      at++;
    } else if (piece?.is === 'per' && piece.loose) settled.push(isRate(pieces, at) ? piece : STOP);
    else if (piece?.is === 'number' && isTens(piece)) {
      const onesAt = isAnd(pieces[at + 1]) ? at + 2 : at + 1;
      const ones = pieces[onesAt];
      const isOne = ones?.is === 'number' && isOnes(ones) && !(ones.article && onesAt === at + 1);
      settled.push(isOne ? together(piece, ones) : piece);
      if (isOne) at = onesAt;
    } else if (piece) settled.push(piece);
  }
  return settled;
}

const isOpen = (piece: Piece) => piece.is === 'per' || (piece.is === 'number' && isTens(piece));

/** "18 hrs / week", "2 emails / 3 days"; not "Touch 5 / Day 18". */
function isRate(pieces: Pieces, at: number): boolean {
  const [before, next] = [pieces[at - 2], pieces[at + 1]];
  if (next?.is === 'unit') return pieces[at + 2]?.is !== 'number';
  return next?.is === 'number' && isPlainNumber(before);
}

const isAnd = (piece?: Piece) => piece?.is === 'joiner' && Boolean(piece.and);

const isTens = ({ spelled, ordinal, value }: NumberPiece) =>
  Boolean(spelled) && !ordinal && value >= 20 && value < 100 && value % 10 === 0;

const isOnes = ({ spelled, value }: NumberPiece) => Boolean(spelled) && value >= 1 && value < 10;

/** "Twenty one", "twenty-first", "treinta y cinco", "vinte e um". */
const together = (tens: NumberPiece, ones: NumberPiece): NumberPiece => ({
  is: 'number',
  value: tens.value + ones.value,
  spelled: true,
  ordinal: ones.ordinal,
});
