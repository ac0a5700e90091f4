import { Temporal } from 'temporal-polyfill';
import type { Period } from './around-away.ts';

/** past: it is over; backwards: it ends before it starts; too-long: more than a year, or years ahead. */
export type PeriodProblem = 'no-date' | 'past' | 'backwards' | 'too-long';

/** Longer than this is a slip of the finger. */
const longestDays = 366;
const furthestDays = 5 * longestDays;

/** Why these days cannot be an absence, today being `today`; null when they can. */
export function periodProblem({ from, until }: Period, today: Temporal.PlainDate): PeriodProblem | null {
  const [first, last] = [from, until].map(toDay);
  if (!first || !last) return 'no-date';
  if (Temporal.PlainDate.compare(last, first) < 0) return 'backwards';
  if (Temporal.PlainDate.compare(last, today) < 0) return 'past';
  const isFar = first.since(today).total('days') > furthestDays;
  return isFar || last.since(first).total('days') > longestDays ? 'too-long' : null;
}

/** Whether an absence is still to come, has begun, or is over and concerns nobody any more, today being `today`. */
export function awayPhase(
  { from, until }: Period,
  today: Temporal.PlainDate,
): 'ahead' | 'under-way' | 'over' {
  const day = today.toString();
  if (until < day) return 'over';
  return from > day ? 'ahead' : 'under-way';
}

/** A day as it is written in ISO 8601, "2026-08-01"; null when it is none. */
export function toDay(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return null;
  }
}
