/** What spans are counted in. */
export type Unit = 'minute' | 'hour' | 'day' | 'business-day' | 'week' | 'month';

/** "3 days", before any calendar is involved. `amount` is a whole number, 0 or more. A day is 24 hours where hours count. */
export type Span = { amount: number; unit: Unit };

/** No plan reaches further: a bigger number is a slip of the pen or not a timing at all. */
const TEN_YEARS_IN_DAYS = 3653;

/** More than what a decimal fraction is off, and less than a minute of anything. */
const ROUNDING = 1e-6;

const DAYS: Record<Unit, number> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  'business-day': 7 / 5,
  week: 7,
  month: 30.4,
};

/** What a broken amount is counted in, and how many of it there are; a half is rounded up, so as not to come early. */
const SMALLER: Partial<Record<Unit, readonly [Unit, number]>> = {
  hour: ['minute', 60],
  day: ['hour', 24],
  week: ['day', 7],
  month: ['day', 30],
};

/** A span with a whole amount: "1.5 hours" is 90 minutes, "1.5 weeks" 11 days; null when it is over ten years long. */
export function spanOf(amount: number, unit: Unit): Span | null {
  if (!(amount * DAYS[unit] <= TEN_YEARS_IN_DAYS)) return null;
  if (Number.isInteger(amount)) return { amount, unit };
  const [smaller, times] = SMALLER[unit] ?? [unit, 1];
  return { amount: Math.ceil(amount * times - ROUNDING), unit: smaller };
}

/** How many of the smaller unit one is: 24 hours in a day; null where that differs ("a month and 2 days"). */
export function timesIn(unit: Unit, smaller: Unit): number | null {
  if (unit === smaller) return 1;
  const [next, times] = unit === 'month' ? [unit, 0] : (SMALLER[unit] ?? [unit, 0]);
  const rest = next === unit ? null : timesIn(next, smaller);
  return rest === null ? null : times * rest;
}

/** True for what is counted on a clock, and for no time at all. */
export const isExact = ({ amount, unit }: Span) => amount === 0 || unit === 'hour' || unit === 'minute';
