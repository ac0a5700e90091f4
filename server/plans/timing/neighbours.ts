import type { Piece } from './pieces.ts';

/** A text as pieces, and a place in it. */
export type Pieces = readonly Piece[];

/** Something that was read, and where the piece behind it is. */
export type Found<T> = { value: T; next: number };

/**
 * What a rule says about a place: something found there; `null` for "this names a time that is no delay from the base:
 * give up"; `undefined` for "nothing here".
 */
export type Reading<T> = Found<T> | null | undefined;

/** Where the nearest piece in front of `at` is that says something; looks back five pieces at most. */
export function beforeFillers(pieces: Pieces, at: number): number {
  let before = at - 1;
  while (at - before < 5 && isFiller(pieces[before])) before--;
  return before;
}

/** Where the piece is that counts: `at`, or behind at most two fillers ("3 more days"). */
export function afterFillers(pieces: Pieces, at: number): number {
  let after = at;
  while (after - at < 2 && pieces[after]?.is === 'filler') after++;
  return after;
}

/** "About", and "next" in "within the next 5 days". */
export const isFiller = (piece?: Piece) => piece?.is === 'filler' || piece?.is === 'ahead';

/** What stands beside a span, or a day, and makes it no delay. */
export const isAgainst = (piece?: Piece) =>
  piece?.is === 'against' || piece?.is === 'per' || isDenial(piece) || isBefore(piece);
/** "Not". */
export const isDenial = (piece?: Piece) => piece?.is === 'silence' && piece.denies;
/** "Before". */
export const isBefore = (piece?: Piece) => piece?.is === 'deadline' && piece.shift < 0;
/** "After". */
export const isAfter = (piece?: Piece) => piece?.is === 'delay' && piece.leads && piece.takesEvent;
/** "In", "by": what follows is a delay or a deadline. */
export const leads = (piece?: Piece) =>
  (piece?.is === 'delay' && piece.leads) || (piece?.is === 'deadline' && piece.shift === 0);
/** "Give it": what follows is a delay, whatever comes then. */
export const isWait = (piece?: Piece) => piece?.is === 'delay' && piece.waits;
/** "Later": what precedes is a delay. */
export const trails = (piece?: Piece) => piece?.is === 'delay' && piece.trails;
/** "To", "+", "-": between two of a kind. */
export const joins = (piece?: Piece) =>
  piece?.is === 'joiner' || piece?.is === 'plus' || piece?.is === 'dash' || piece?.is === 'minus';
/** A number that is no "a". */
export const isPlainNumber = (piece?: Piece) => piece?.is === 'number' && !piece.article;
/** A word that a span in front of it may describe: "30 minute meeting". */
export const isThing = (piece?: Piece) =>
  piece?.is === 'other' || piece?.is === 'event' || piece?.is === 'not-yet' || piece?.is === 'zone';
/** Nothing, or a sign that parts: what follows begins anew. */
export const opensClause = (piece?: Piece) => !piece || piece.is === 'stop' || piece.is === 'dash';
/** Nothing, a sign that parts, or a condition: what precedes is complete. */
export const closesClause = (piece?: Piece) =>
  opensClause(piece) ||
  piece?.is === 'condition' ||
  piece?.is === 'once' ||
  piece?.is === 'of' ||
  piece?.is === 'silence';
