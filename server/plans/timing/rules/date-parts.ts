import type { Pieces, Reading } from '../neighbours.ts';
import type { Piece } from '../pieces.ts';
import type { Day } from '../timing-type.ts';

/** A day of a month: 1 to 31, no "a" and no "09:00". */
export function dayOf(piece?: Piece): number | undefined {
  if (piece?.is !== 'number' || piece.article || !Number.isInteger(piece.value)) return undefined;
  return piece.value >= 1 && piece.value <= 31 ? piece.value : undefined;
}

/** Behind the second day of "3-5", the full stop of "3.", the "of" of "3rd of". */
export function endOfDays(pieces: Pieces, start: number): number {
  let at = start;
  if (['joiner', 'dash'].includes(pieces[at]?.is ?? '') && dayOf(pieces[at + 1]) !== undefined) at += 2;
  for (let end = at; end < at + 3; end++) {
    if (pieces[end]?.is === 'month') return end;
    if (!['stop', 'of', 'filler'].includes(pieces[end]?.is ?? '')) break;
  }
  return at;
}

/** The year behind a date, "2026" or "of 2026"; where there is none, nothing is passed over. */
export function yearAt(pieces: Pieces, start: number): { year: number | null; next: number } {
  for (let at = start; at < start + 3; at++) {
    const piece = pieces[at];
    if (piece?.is === 'number' && piece.value >= 2000 && piece.value < 2100)
      return { year: piece.value, next: at + 1 };
    if (piece?.is !== 'stop' && piece?.is !== 'of' && piece?.is !== 'delay') break;
  }
  return { year: null, next: start };
}

/** A date, read up to before `next`. */
export const dateOf = (
  day: number,
  month: number | null,
  year: number | null,
  next: number,
): Reading<Day> => ({
  value: { is: 'date', day, month, year },
  next,
});
