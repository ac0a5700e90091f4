import Holidays from 'date-holidays';
import type { Temporal } from 'temporal-polyfill';

/** Public holidays of one country in one year, their English names by ISO date. */
type Year = ReadonlyMap<string, string>;
const years = new Map<string, Year>();

/**
 * The name of the public holiday that `day` is in `country` (ISO 3166 alpha-2), in English; null on any other day and
 * for a country without data. The data is date-holidays', nation-wide public holidays only.
 */
export function holidayOn(country: string, day: Temporal.PlainDate): string | null {
  const key = `${country} ${day.year}`;
  const known = years.get(key) ?? readYear(country, day.year);
  years.set(key, known);
  return known.get(day.toString()) ?? null;
}

/** Every country with data, by its name. */
export function holidayCountries(): { code: string; name: string }[] {
  const named = Object.entries(new Holidays().getCountries('en'));
  return named.map(([code, name]) => ({ code, name })).toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The name of a country with data, in English; null for any other code. */
export const countryName = (code: string): string | null =>
  holidayCountries().find((country) => country.code === code)?.name ?? null;

/** The first public holiday of a country on `from` or later, within a year; null when there is none. */
export function nextHoliday(
  country: string,
  from: Temporal.PlainDate,
): { day: Temporal.PlainDate; name: string } | null {
  for (let days = 0; days <= 366; days++) {
    const day = from.add({ days });
    const name = holidayOn(country, day);
    if (name) return { day, name };
  }
  return null;
}

/** True for the code of a country whose holidays are known. */
export const isHolidayCountry = (code: string) => holidayCountries().some((country) => country.code === code);

function readYear(country: string, year: number): Year {
  const days = new Map<string, string>();
  const calendar = new Holidays(country, { languages: ['en'], types: ['public'] });
  for (const { date, start, end, name } of calendar.getHolidays(year) ?? []) {
    days.set(date.slice(0, 10), name);
    // Some last for several days; each begins at midnight there.
    const count = Math.round((end.getTime() - start.getTime()) / 86_400_000);
    for (let more = 1; more < count; more++) {
      const next = new Date(`${date.slice(0, 10)}T00:00:00Z`);
      next.setUTCDate(next.getUTCDate() + more);
      days.set(next.toISOString().slice(0, 10), name);
    }
  }
  return days;
}
