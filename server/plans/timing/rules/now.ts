import { countAt } from '../count.ts';
import {
  beforeFillers,
  closesClause,
  isAgainst,
  isBefore,
  isDenial,
  opensClause,
  type Pieces,
  type Reading,
  trails,
} from '../neighbours.ts';
import type { Day } from '../timing-type.ts';
import { found, NOW } from './span-day.ts';

/** "Right away", "today", but not "they use it today and ..." nor "immediately after the demo", which is the event's. */
export function now(pieces: Pieces, at: number): Reading<Day> {
  const piece = pieces[at];
  if (piece?.is !== 'now') return undefined;
  const before = pieces[beforeFillers(pieces, at)];
  const after = pieces[at + 1];
  if (before?.is === 'deadline' && isAgainst(before)) return undefined;
  // "Not now - try in six months", "nicht jetzt", "ahora no": something later may say when.
  if (isDenied(pieces, at)) return undefined;
  if (isAgainst(before)) return null;
  if (after?.is === 'delay' && after.takesEvent && hasEvent(pieces, at + 2)) return null;
  if (after?.is === 'once') return null;
  // "Today + 3 days": the span decides.
  if (after?.is === 'plus' || (trails(after) && countAt(pieces, at + 2))) return undefined;
  const isTold = piece.anywhere || opensClause(before) || closesClause(after) || isTimeOfDay(pieces, at + 1);
  return isTold ? { value: NOW, next: at + 1 } : undefined;
}

/** "Not now", "don't call today"; "ahora no". */
function isDenied(pieces: Pieces, now: number): boolean {
  if (isDenial(pieces[now + 1]) && closesClause(pieces[now + 2])) return true;
  for (let at = now - 1; at > now - 5 && !opensClause(pieces[at]); at--)
    if (isDenial(pieces[at])) return true;
  return false;
}

const isTimeOfDay = (pieces: Pieces, at: number) =>
  ['part', 'clock', 'number', 'on', 'deadline', 'edge'].includes(pieces[at]?.is ?? '');

/** An event within the next few words of the clause. */
export function hasEvent(pieces: Pieces, start: number): boolean {
  for (let at = start; at < start + 5 && !opensClause(pieces[at]); at++)
    if (pieces[at]?.is === 'event') return true;
  return false;
}

/** "Tomorrow", "the next business day"; "before tomorrow" is today. */
export function fixed(pieces: Pieces, at: number): Reading<Day> {
  const piece = pieces[at];
  if (piece?.is !== 'fixed') return undefined;
  const before = pieces[beforeFillers(pieces, at)];
  const { amount, unit } = piece.span;
  if (isBefore(before) && amount > 0) return found({ amount: amount - 1, unit }, at + 1);
  const after = pieces[at + 1];
  // "Tomorrow before noon".
  if (isBefore(after) && isTimeOfDay(pieces, at + 2)) return found(piece.span, at + 1);
  return isAgainst(before) || isAgainst(after) ? null : found(piece.span, at + 1);
}
