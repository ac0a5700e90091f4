/** What spans are counted in. */
export type Unit = 'minute' | 'hour' | 'day' | 'business-day' | 'week' | 'month';

/** "3 days", before any calendar is involved. `amount` is a whole number, 0 or more. */
export type Span = { amount: number; unit: Unit };

/** No plan reaches further: a bigger number is a slip of the pen or not a timing at all. */
const TEN_YEARS_IN_DAYS = 3653;

const DAYS: Record<Unit, number> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  'business-day': 7 / 5,
  week: 7,
  month: 30.4,
};

/** A span with a whole amount, or null when there is none ("1.5 weeks") or it is over ten years long. */
export function spanOf(amount: number, unit: Unit): Span | null {
  if (!(amount * DAYS[unit] <= TEN_YEARS_IN_DAYS)) return null;
  if (Number.isInteger(amount)) return { amount, unit };
  return unit === 'hour' && Number.isInteger(amount * 60) ? { amount: amount * 60, unit: 'minute' } : null;
}

/** True for what is counted on a clock, and for no time at all. */
export const isExact = ({ amount, unit }: Span) => amount === 0 || unit === 'hour' || unit === 'minute';
