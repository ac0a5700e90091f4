import { countAt } from './count.ts';
import {
  afterFillers,
  beforeFillers,
  closesClause,
  isAgainst,
  isPlainNumber,
  isZero,
  joins,
  leads,
  opensClause,
  trails,
} from './neighbours.ts';
import type { Piece } from './pieces.ts';
import { type Timing, timing } from './units.ts';

/** A reading, `null` for "this names a time that is no delay: give up", `undefined` for "nothing here". */
type Reading = Timing | null | undefined;
type Rule = (pieces: readonly Piece[], at: number) => Reading;

const NOW: Timing = { amount: 0, unit: 'day' };

/**
 * The first thing in the text that names a time decides; null when there is none, or when it is no delay from
 * the base ("90 days before ...", "every 3 days"). Looks at each piece and a few neighbours.
 */
export function readPieces(pieces: readonly Piece[]): Timing | null {
  for (let at = 0; at < pieces.length; at++) {
    for (const rule of RULES) {
      const reading = rule(pieces, at);
      if (reading === null) return null;
      if (reading) return needsWeekday(reading, pieces) ? null : reading;
    }
  }
  return null;
}

/** "In two weeks, on Friday" is no date two weeks from now. */
function needsWeekday(reading: Timing, pieces: readonly Piece[]): boolean {
  return (reading.unit === 'week' || reading.unit === 'month') && pieces.some(({ is }) => is === 'weekday');
}

/** "Right away", "today", but not "they use it today and ..." nor "immediately after the reply". */
const now: Rule = (pieces, at) => {
  const piece = pieces[at];
  if (piece?.is !== 'now') return undefined;
  const before = pieces[beforeFillers(pieces, at)];
  const after = pieces[at + 1];
  if (isAgainst(before) || trails(after) || after?.is === 'condition') return null;
  // "Today + 3 days": the span decides.
  if (after?.is === 'plus') return undefined;
  if (piece.anywhere || opensClause(before) || closesClause(after)) return NOW;
  return undefined;
};

/** "Tomorrow", "next week". */
const fixed: Rule = (pieces, at) => {
  const piece = pieces[at];
  if (piece?.is !== 'fixed') return undefined;
  const before = pieces[beforeFillers(pieces, at)];
  return isAgainst(before) || isAgainst(pieces[at + 1]) ? null : timing(piece.amount, piece.unit);
};

/** "Day 3", "Days 3-5", "D+3", "Week 2" (which begins a week after the base), "Month 6". */
const ordinal: Rule = (pieces, at) => {
  const piece = pieces[at];
  if (piece?.is !== 'unit' || piece.size !== 1 || !['day', 'week', 'month'].includes(piece.unit))
    return undefined;
  const numberAt = pieces[at + 1]?.is === 'plus' ? at + 2 : at + 1;
  const number = pieces[numberAt];
  const before = pieces[at - 1];
  if (pieces[at + 1]?.is === 'minus') return isZero(pieces[at + 2]) ? NOW : null;
  if (number?.is !== 'number' || number.article || before?.is === 'number') return undefined;
  const after = pieces[numberAt + 1];
  if (isAgainst(before) || isAgainst(after) || after?.is === 'unit' || isPlainNumber(after)) return null;
  // "Day 2 + 3 days", unlike "Day 2 + Day 5".
  if (after?.is === 'plus' && isPlainNumber(pieces[numberAt + 2])) return null;
  const startsAtOne = piece.unit !== 'day' && numberAt === at + 1 && number.value > 0;
  return timing(startsAtOne ? number.value - 1 : number.value, piece.unit);
};

/** "T+7", "T-0"; "T+7 days" is a span behind a plus. */
const anchored: Rule = (pieces, at) => {
  if (pieces[at]?.is !== 'anchor') return undefined;
  const sign = pieces[at + 1]?.is;
  const number = pieces[at + 2];
  if (number?.is !== 'number' || (sign !== 'plus' && sign !== 'minus')) return undefined;
  if (sign === 'minus') return isZero(number) ? NOW : null;
  return pieces[at + 3]?.is === 'unit' ? undefined : timing(number.value, 'day');
};

/** "3 days later", "in 2-3 weeks", "a week", "48h", "+3 days", "3 days without a reply". */
const span: Rule = (pieces, at) => {
  const count = countAt(pieces, at);
  if (!count) return undefined;
  const unitAt = afterFillers(pieces, count.next);
  const unit = pieces[unitAt];
  if (unit?.is !== 'unit') return undefined;
  const beforeAt = beforeFillers(pieces, at);
  if (spoiledBefore(pieces, beforeAt) || spoiledAfter(pieces, unitAt + 1)) return null;

  const [before, after] = [pieces[beforeAt], pieces[unitAt + 1]];
  // "Touch 2 - 3 days later" is no range.
  if (count.dashed && before?.is === 'other') return null;
  const describes = unit.glued || (unit.attributive && count.value !== 1);
  if (describes && after?.is === 'other') return undefined;
  const isDelay = leads(before) || before?.is === 'plus' || trails(after);
  if (!isDelay && !(opensClause(before) && closesClause(after))) return undefined;
  return timing(count.value * unit.size, unit.unit);
};

/** "Every 3 days", "not within 3 days", "for 3 days", "-3 days", "1 week + 2 days" before the 2. */
function spoiledBefore(pieces: readonly Piece[], at: number): boolean {
  const piece = pieces[at];
  if (leads(piece)) return isAgainst(pieces[at - 1]);
  if (piece?.is === 'plus') return ['number', 'unit'].includes(pieces[at - 1]?.is ?? '');
  return isAgainst(piece) || ['lasting', 'minus', 'number'].includes(piece?.is ?? '');
}

/** "3 days ago", "1 day 2 hours", "2 weeks to 2 days", and "2 days after Day 7", which counts from elsewhere. */
function spoiledAfter(pieces: readonly Piece[], at: number): boolean {
  const [piece, next] = [pieces[at], pieces[at + 1]];
  if (joins(piece)) return next?.is === 'number';
  if (trails(piece)) return ordinal(pieces, at + 1) !== undefined;
  return isAgainst(piece) || piece?.is === 'number';
}

/** Russian "через неделю": in a week. */
const impliedOne: Rule = (pieces, at) => {
  const piece = pieces[at];
  const unit = pieces[at + 1];
  if (piece?.is !== 'delay' || !piece.impliesOne || unit?.is !== 'unit') return undefined;
  return isAgainst(pieces[at - 1]) || isAgainst(pieces[at + 2]) ? null : timing(unit.size, unit.unit);
};

const RULES: readonly Rule[] = [fixed, now, ordinal, anchored, span, impliedOne];
