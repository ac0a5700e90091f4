import {
  afterFillers,
  closesClause,
  type Found,
  isAfter,
  isAgainst,
  isBefore,
  isFiller,
  isThing,
  leads,
  opensClause,
  type Pieces,
  trails,
} from '../neighbours.ts';
import type { Piece } from '../pieces.ts';
import type { Clock } from '../timing-type.ts';
import { hasEvent } from './now.ts';

/**
 * Whether a day of the calendar that stands from `at` to before `next` is when something is due.
 * @returns by how many days it is meant to move (-1 for "before Friday"); null for "every Friday", "last Friday";
 *   undefined where it only describes something ("our Friday call")
 */
export function shiftOf(pieces: Pieces, at: number, next: number): number | null | undefined {
  let start = at - 1;
  while (
    at - start < 5 &&
    (isFiller(pieces[start]) || pieces[start]?.is === 'on' || pieces[start]?.is === 'of')
  )
    start--;
  const before = pieces[start];
  const after = pieces[afterFillers(pieces, next)];
  if (isSpoiled(before, pieces[start - 1]) || isAgainst(after) || after?.is === 'unit') return null;
  if (trails(after) && !leads(after) && !hasEvent(pieces, next + 1)) return null;
  if (isAfter(after) && !hasEvent(pieces, next + 1)) return null;
  // "The Friday newsletter" is a name.
  if (isThe(pieces[at - 1]) && isThing(after)) return undefined;
  const isEnd = closesClause(after) || isRelation(after);
  const isLed = start < at - 1 || isStart(before);
  if (isAfter(before)) return isEnd ? 1 : null;
  if (before?.is === 'deadline') return before.shift;
  return isLed || isEnd ? 0 : undefined;
}

/** What makes a day none for a step: "every", "last", "no reply since", "3 Fridays", "not before". */
function isSpoiled(before: Piece | undefined, first: Piece | undefined): boolean {
  if (isBefore(before)) return isAgainst(first);
  if (leads(before)) return isAgainst(first);
  // "Los martes y jueves".
  if (before?.is === 'joiner') return isAgainst(first);
  return isAgainst(before) || before?.is === 'number' || before?.is === 'minus' || before?.is === 'plus';
}

const isThe = (piece?: Piece) => piece?.is === 'filler' && Boolean(piece.the);

const isRelation = (piece?: Piece) =>
  ['on', 'delay', 'deadline', 'lasting', 'joiner', 'per', 'ahead', 'now', 'fixed'].includes(piece?.is ?? '');

/** What may stand in front of a day of the calendar. */
const isStart = (piece?: Piece) =>
  opensClause(piece) ||
  ['delay', 'lasting', 'fixed', 'now', 'joiner', 'condition', 'review', 'weekday', 'part', 'clock'].includes(
    piece?.is ?? '',
  );

/** Where the day may be that a time of day in front of it belongs to: "10am on Friday", "morning of March 3". */
export function behindLinks(pieces: Pieces, start: number): number {
  let at = start;
  while (at < start + 3 && (isLink(pieces[at]) || leads(pieces[at]))) at++;
  return at;
}

const isLink = (piece?: Piece) => ['stop', 'dash', 'filler', 'on', 'of'].includes(piece?.is ?? '');

/** Whether a time of day says alone when something is due: "at 10am", "in the morning"; opening hours do not. */
export function isAlone(pieces: Pieces, at: number, { value, next }: Found<Clock>): boolean {
  let start = at - 1;
  while (at - start < 4 && isClockLead(pieces[start])) start--;
  const before = pieces[start];
  const isLed = start < at - 1 || opensClause(before) || before?.is === 'condition';
  const after = pieces[next];
  return isLed && !isAgainst(before) && !value.isRange && closesClause(after) && after?.is !== 'of';
}

const isClockLead = (piece?: Piece) =>
  isFiller(piece) || piece?.is === 'on' || piece?.is === 'deadline' || leads(piece);
