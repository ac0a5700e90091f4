import { countAt } from '../count.ts';
import { afterFillers, leads, type Pieces, type Reading, trails } from '../neighbours.ts';
import type { Piece } from '../pieces.ts';
import type { Span } from '../units.ts';
import { ordinal } from './ordinal.ts';

/** Which week a weekday is in; nothing for the next such day. */
type Week = { week?: number; from?: Span };

/** "Next week", "in 2 weeks", "week 2" beside a weekday. */
export function weekAt(pieces: Pieces, start: number): Reading<Week> {
  let at = start;
  while (at < start + 3 && isLink(pieces[at])) at++;
  const piece = pieces[at];
  if (piece?.is === 'unit' && piece.unit === 'week') {
    const after = pieces[at + 1];
    if (after?.is === 'ahead') return { value: { week: after.ahead }, next: at + 2 };
    const numbered = ordinal(pieces, at);
    return numbered?.value.is === 'span'
      ? { value: { from: numbered.value.span }, next: numbered.next }
      : undefined;
  }
  if (piece?.is === 'ahead') {
    const unit = pieces[at + 1];
    return unit?.is === 'unit' && unit.unit === 'week' && unit.size === 1
      ? { value: { week: piece.ahead }, next: at + 2 }
      : undefined;
  }
  return weeksAhead(pieces, at);
}

/** "In two weeks", "2 weeks from now". */
function weeksAhead(pieces: Pieces, at: number): Reading<Week> {
  const count = countAt(pieces, at);
  if (!count || !Number.isInteger(count.value)) return undefined;
  const unitAt = afterFillers(pieces, count.next);
  const unit = pieces[unitAt];
  if (unit?.is !== 'unit' || unit.unit !== 'week') return undefined;
  const isDelay = leads(pieces[at - 1]) || trails(pieces[unitAt + 1]);
  const next = unitAt + (trails(pieces[unitAt + 1]) ? 2 : 1);
  return isDelay ? { value: { week: count.value * unit.size }, next } : undefined;
}

const isLink = (piece?: Piece) => ['stop', 'filler', 'of', 'on'].includes(piece?.is ?? '') || leads(piece);
