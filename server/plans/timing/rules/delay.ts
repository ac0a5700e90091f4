import {
  beforeFillers,
  isAfter,
  isAgainst,
  isPlainNumber,
  opensClause,
  type Pieces,
  type Reading,
  trails,
} from '../neighbours.ts';
import type { Day } from '../timing-type.ts';
import { spanOf } from '../units.ts';
import { found, NOW } from './span-day.ts';
import { withSmaller } from './sum.ts';

/** "T+7", "T-0"; "T+7 days" is a span behind a plus. */
export function anchored(pieces: Pieces, at: number): Reading<Day> {
  if (pieces[at]?.is !== 'anchor') return undefined;
  const sign = pieces[at + 1]?.is;
  const number = pieces[at + 2];
  if (number?.is !== 'number' || (sign !== 'plus' && sign !== 'minus')) return undefined;
  if (sign === 'minus') return number.value === 0 ? { value: NOW, next: at + 3 } : null;
  return pieces[at + 3]?.is === 'unit' ? undefined : found(spanOf(number.value, 'day'), at + 3);
}

/** Russian "через неделю" is in a week, "через час и 15 минут" in 75 minutes; "писать через день" would be every other day. */
export function impliedOne(pieces: Pieces, at: number): Reading<Day> {
  const piece = pieces[at];
  const unit = pieces[at + 1];
  if (piece?.is !== 'delay' || !piece.impliesOne || unit?.is !== 'unit') return undefined;
  const [before, after] = [pieces[at - 1], pieces[at + 2]];
  if (isAgainst(before) || isAgainst(after)) return null;
  if (unit.unit === 'day' && !opensClause(before) && !trails(after)) return null;
  const total = withSmaller(pieces, { value: 1, unit, next: at + 2 });
  return found(spanOf(total.value * total.unit.size, total.unit.unit), total.next);
}

/** "The week after the launch", "day after demo", "the day after", "неделю спустя": one of them, where a number of days would stand. */
export function bareUnit(pieces: Pieces, at: number): Reading<Day> {
  const unit = pieces[at];
  const lead = pieces[at + 1];
  const before = pieces[beforeFillers(pieces, at)];
  if (unit?.is !== 'unit' || (!opensClause(before) && before?.is !== 'on')) return undefined;
  if (lead?.is === 'delay' && lead.impliesOne && lead.trails)
    return found(spanOf(unit.size, unit.unit), at + 2);
  if (!isAfter(lead)) return undefined;
  const after = pieces[at + 2];
  return isPlainNumber(after) || after?.is === 'unit'
    ? undefined
    : found(spanOf(unit.size, unit.unit), at + 1);
}
