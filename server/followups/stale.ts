const day = 24 * 60 * 60_000;

/** How long a lead may be quiet before the person is nudged, and the pause between two nudges. */
export const quietDays = 3;
/** A lead quiet for longer than this is let go. */
const forgottenDays = 60;

/** The instants that decide at `now` whether a lead is stale: cadence contract, "follow-up sweep". */
export function staleBounds(now: Date): { quietSince: Date; notBefore: Date; nudgedBefore: Date } {
  const ago = (days: number) => new Date(now.getTime() - days * day);
  return { quietSince: ago(quietDays), notBefore: ago(forgottenDays), nudgedBefore: ago(quietDays) };
}

/** Whole days since the last activity. */
export function daysQuiet(lastActivityAt: Date, now: Date): number {
  return Math.floor((now.getTime() - lastActivityAt.getTime()) / day);
}
