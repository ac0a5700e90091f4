import type { Pieces } from './neighbours.ts';
import type { NumberPiece, Piece } from './pieces.ts';

/** How many: `isRange` for the first of "3-5", `dashed` where a free dash parts the two. */
export type Count = { value: number; isRange: boolean; dashed: boolean; next: number };

/** A number ("3", "twenty-one"), or the first of a range ("3-5", "3 to 5"); `next` is the piece behind it. */
export function countAt(pieces: Pieces, at: number): Count | undefined {
  const first = pieces[at];
  if (first?.is !== 'number' || first.ordinal) return undefined;
  const between = pieces[at + 1];
  // "Three and a half weeks".
  if (between?.is === 'and-half')
    return { value: first.value + 0.5, isRange: false, dashed: false, next: at + 2 };
  const secondAt = isBetween(between) ? at + 2 : at + 1;
  const second = pieces[secondAt];
  if (second?.is !== 'number' || second.ordinal || isAnother(second, secondAt - at)) {
    // "3+ days"
    return {
      value: first.value,
      isRange: false,
      dashed: false,
      next: between?.is === 'plus' ? at + 2 : at + 1,
    };
  }
  if (first.value >= second.value || (secondAt === at + 1 && !areNeighbours(first, second))) return undefined;
  return { value: first.value, isRange: true, dashed: between?.is === 'dash', next: secondAt + 1 };
}

const isBetween = (piece?: Piece) =>
  piece?.is === 'dash' || piece?.is === 'joiner' || (piece?.is === 'deadline' && piece.shift === 0);

/** "Two-three", "два-три". */
const areNeighbours = (first: NumberPiece, second: NumberPiece) =>
  Boolean(first.spelled && second.spelled) && second.value === first.value + 1;

/** The second of "one and a". */
const isAnother = (second: NumberPiece, distance: number) => Boolean(second.article) && distance > 1;
