/** Business days are Monday to Friday; public holidays are not known here. */
export type Unit = 'minute' | 'hour' | 'day' | 'business-day' | 'week' | 'month';

/** What a timing text means, before any calendar is involved. `amount` is a whole number, 0 or more. */
export type Timing = { amount: number; unit: Unit };

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

/** A timing with a whole amount, or null when there is none ("1.5 weeks") or it lies over ten years away. */
export function timing(amount: number, unit: Unit): Timing | null {
  if (amount * DAYS[unit] > TEN_YEARS_IN_DAYS) return null;
  if (Number.isInteger(amount)) return { amount, unit };
  return unit === 'hour' && Number.isInteger(amount * 60) ? { amount: amount * 60, unit: 'minute' } : null;
}
