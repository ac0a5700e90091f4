import { Temporal } from 'temporal-polyfill';

/** Until the Mini App was opened once we know no zone. */
export const defaultTimeZone = 'UTC';

/** Zones that were asked for and exist; asking the runtime costs more than everything else about a reminder. */
const zones = new Set<string>();

/** True when the runtime knows this IANA time zone. */
export function isTimeZone(text: string): boolean {
  if (zones.has(text)) return true;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
  } catch {
    return false;
  }
  const isNamed = /^[A-Za-z]/.test(text);
  if (isNamed) zones.add(text);
  return isNamed;
}

/** The instant as a wall clock in `timeZone`. */
export function inZone(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}

/** The instant of a wall clock time. */
export function toDate(time: Temporal.ZonedDateTime): Date {
  return new Date(time.epochMilliseconds);
}

/** Wall time to the minute, "2026-02-05T09:00": how a wish is stored and what a datetime-local input holds. */
export function toLocal(time: Temporal.ZonedDateTime): string {
  return time.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/**
 * The instant of a wish in a zone. A wall time that clocks jump over moves forward by the gap, one that exists twice
 * means the first (Temporal's "compatible", RFC 5545 3.3.5).
 * @returns null when `local` is no date and time.
 */
export function fromLocal(local: string, timeZone: string): Temporal.ZonedDateTime | null {
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toZonedDateTime(timeZone);
  } catch {
    return null;
  }
}
