import type { Piece } from './pieces.ts';

/** Where the nearest piece in front of `at` is that is no filler; looks back five pieces at most. */
export function beforeFillers(pieces: readonly Piece[], at: number): number {
  let before = at - 1;
  while (at - before < 5 && pieces[before]?.is === 'filler') before--;
  return before;
}

/** Where the piece is that counts: `at`, or behind one filler ("3 more days"). */
export function afterFillers(pieces: readonly Piece[], at: number): number {
  return pieces[at]?.is === 'filler' ? at + 1 : at;
}

export const isAgainst = (piece?: Piece) => piece?.is === 'against' || piece?.is === 'per';
export const leads = (piece?: Piece) => piece?.is === 'delay' && piece.leads;
export const trails = (piece?: Piece) => piece?.is === 'delay' && piece.trails;
export const joins = (piece?: Piece) =>
  piece?.is === 'joiner' || piece?.is === 'plus' || piece?.is === 'dash';
export const isPlainNumber = (piece?: Piece) => piece?.is === 'number' && !piece.article;
export const isZero = (piece?: Piece) => piece?.is === 'number' && piece.value === 0;
export const opensClause = (piece?: Piece) => !piece || piece.is === 'stop' || piece.is === 'dash';
export const closesClause = (piece?: Piece) => opensClause(piece) || piece?.is === 'condition';
