/** Milliseconds: no plan reaches further ahead than five years; a date beyond that is a slip of the finger. */
export const furthestMs = 5 * 366 * 24 * 60 * 60_000;
