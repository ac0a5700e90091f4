import type { Pieces } from './neighbours.ts';
import { clock, clockBehind } from './rules/clock.ts';
import { calendarDay, delayDay } from './rules/day.ts';
import { behindLinks, isAlone, shiftOf } from './rules/placed.ts';
import { withRest } from './rules/rest.ts';
import { type Timing, timingFrom } from './timing-type.ts';

/**
 * The first thing in the text that names a time decides; null when there is none, or when it is no delay from
 * the base ("90 days before ...", "every 3 days"). Looks at each piece and a few neighbours.
 */
export function readPieces(pieces: Pieces): Timing | null {
  for (let at = 0; at < pieces.length; at++) {
    const timing = timingAt(pieces, at);
    if (timing !== undefined) return timing;
  }
  return null;
}

function timingAt(pieces: Pieces, at: number): Timing | null | undefined {
  const early = clock(pieces, at);
  const dayAt = early ? behindLinks(pieces, early.next) : at;
  const day = calendarDay(pieces, dayAt);
  if (day === null) return null;
  if (day) {
    const time = early ?? clockBehind(pieces, day.next);
    const shift = shiftOf(pieces, at, Math.max(time?.next ?? 0, day.next));
    if (shift === null) return null;
    if (shift !== undefined) return timingFrom(day.value, time?.value ?? null, time ? 0 : shift);
  }
  const delay = delayDay(pieces, dayAt);
  if (delay === null) return null;
  if (delay) return withRest(pieces, dayAt, delay, early?.value ?? null);
  return early && isAlone(pieces, at, early) ? timingFrom(null, early.value) : undefined;
}
