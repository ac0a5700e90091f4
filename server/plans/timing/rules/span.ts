import { type Count, countAt } from '../count.ts';
import {
  afterFillers,
  beforeFillers,
  isThing,
  isWait,
  joins,
  type Pieces,
  type Reading,
} from '../neighbours.ts';
import type { UnitPiece } from '../pieces.ts';
import type { Day } from '../timing-type.ts';
import { spanOf } from '../units.ts';
import { isDelay } from './is-delay.ts';
import { isSilent, spoiledAfter, spoiledBefore } from './spoiled.ts';
import { type Amount, withSmaller } from './sum.ts';

/** More business hours than this are more than a day, and how many days depends on whose hours. */
const LONGEST_WORKING_DAY = 8;

/** "3 days later", "in 2-3 weeks", "a week", "48h", "+3 days", "3 days without a reply", "no reply for 3 days". */
export function span(pieces: Pieces, at: number): Reading<Day> {
  const count = countAt(pieces, at);
  if (!count) return undefined;
  const unitAt = afterFillers(pieces, count.next);
  const unit = pieces[unitAt];
  if (unit?.is !== 'unit') return undefined;
  const beforeAt = beforeFillers(pieces, at);
  const after = afterAmount(pieces, unit, count, unitAt + 1);
  if (spoiledAfter(pieces, after.next, isWait(pieces[beforeAt]))) return null;
  const waits = isSilent(pieces, beforeAt);
  if (!waits && spoiledBefore(pieces, beforeAt)) return null;
  // "Touch 2 - 3 days later" is no range.
  if (count.dashed && isThing(pieces[beforeAt])) return null;
  if (!waits && !isDelay(pieces, beforeAt, unit, count, after.next)) return undefined;
  if (unit.working && count.value > LONGEST_WORKING_DAY) return null;
  const value = spanOf(after.value * after.unit.size, after.unit.unit);
  return value && { value: { is: 'span', span: value }, next: after.next };
}

/** "24h-48h", "3 days to 5 days": the first counts. "An hour and a half", "1 day 3 hours" are more than one. */
function afterAmount(pieces: Pieces, unit: UnitPiece, count: Count, at: number): Amount {
  if (pieces[at]?.is === 'and-half') return { value: count.value + 0.5, unit, next: at + 1 };
  const last = joins(pieces[at]) ? countAt(pieces, at + 1) : undefined;
  const lastUnit = pieces[last?.next ?? -1];
  const isSame = lastUnit?.is === 'unit' && lastUnit.unit === unit.unit && lastUnit.size === unit.size;
  const first = { value: count.value, unit, next: at };
  if (!last || !isSame || last.value <= count.value || last.isRange)
    return count.isRange ? first : withSmaller(pieces, first);
  // "9h-18h" is when an office is open.
  const isOpen = unit.unit === 'hour' && count.value >= 7 && last.value < 24;
  return { value: isOpen ? Number.NaN : count.value, unit, next: last.next + 1 };
}
