import type { Reading } from '../neighbours.ts';
import type { Day } from '../timing-type.ts';
import type { Span } from '../units.ts';

/** The base day itself. */
export const NOW: Day = { is: 'span', span: { amount: 0, unit: 'day' } };

/** A span that was read up to before `next`; null when it is none. */
export const found = (span: Span | null, next: number): Reading<Day> =>
  span && { value: { is: 'span', span }, next };
