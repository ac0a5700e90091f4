import type { Piece } from './pieces.ts';

/** A number ("3", "twenty-one"), or the first of a range ("3-5", "3 to 5"); `next` is the piece behind it. */
export function countAt(pieces: readonly Piece[], at: number) {
  const first = pieces[at];
  if (first?.is !== 'number') return undefined;
  const between = pieces[at + 1];
  const secondAt = between?.is === 'dash' || between?.is === 'joiner' ? at + 2 : at + 1;
  const second = pieces[secondAt];
  if (second?.is !== 'number') {
    // "3+ days"
    return { value: first.value, dashed: false, next: between?.is === 'plus' ? at + 2 : at + 1 };
  }
  const isTens = first.spelled && first.value >= 20 && first.value < 100;
  if (isTens && second.spelled && second.value < 10 && between?.is !== 'dash')
    return { value: first.value + second.value, dashed: false, next: secondAt + 1 };
  if (secondAt === at + 1 || first.value >= second.value) return undefined;
  return { value: first.value, dashed: between?.is === 'dash', next: secondAt + 1 };
}
