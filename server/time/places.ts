import lookup from '@photostructure/tz-lookup';
import cities from 'city-timezones';
import { Temporal } from 'temporal-polyfill';
import { isTimeZone } from './wall-time.ts';

/** A place somebody may have meant, with its zone (IANA name): "Portland, Oregon". No country: the zone was named. */
export type Place = { timeZone: string; name: string; country: string | null };

type City = (typeof cities.cityMapping)[number];

/** More choices than that nobody reads. */
const maxPlaces = 6;

/**
 * Which zone a person means by a text: an IANA name ("europe/berlin"), its last part ("Berlin"), a city, a country or a
 * province ("Texas"), or a city with either after a comma ("Portland, Oregon"). Capitals and accents do not matter.
 * @returns places of different zones, those with most people first, six at most; none when the text is not understood.
 */
export function findPlaces(text: string): Place[] {
  const zone = zoneNamed(text.trim());
  if (zone) return [{ timeZone: zone, name: zone, country: null }];
  const [name = '', inside = ''] = text.split(',').map(fold);
  if (!name) return [];
  const known = cities.cityMapping.filter(({ timezone }) => timezone && isTimeZone(timezone));
  const ofCity = known.filter((city) => isCity(city, name) && (!inside || isIn(city, inside)));
  if (ofCity.length > 0 || inside) return oneOfEachZone(ofCity);
  // Of a country or province its greatest cities stand for its zones.
  return oneOfEachZone(known.filter((city) => isIn(city, name)));
}

/** The zone at a point of the globe, in degrees; at sea the nautical one. Null when there is no such point. */
export function zoneAt(latitude: number, longitude: number): string | null {
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return null;
  const zone = lookup(latitude, longitude);
  return isTimeZone(zone) ? zone : null;
}

/** The zone with this name, or the only one that ends in it. */
function zoneNamed(text: string): string | null {
  const name = text.replaceAll(' ', '_');
  // "UTC" and "CET" are names of zones; "Japan" is one, too, but an old one of a country.
  if (/\/|^[a-z]{3}$/i.test(name) && isTimeZone(name)) return properName(name);
  const ending = `/${fold(name)}`;
  const [zone, ...more] = Intl.supportedValuesOf('timeZone').filter((one) => fold(one).endsWith(ending));
  return zone && more.length === 0 ? zone : null;
}

/** As it is written: "Europe/Berlin" for "europe/berlin". */
const properName = (zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;

/** Without capitals, accents and spaces around it, so that "sao paulo" finds "São Paulo". */
const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .trim()
    .toLowerCase();

const isCity = ({ city, city_ascii: ascii }: City, name: string) =>
  fold(city) === name || fold(ascii) === name;

const isIn = ({ country, iso2, iso3, province, state_ansi: state }: City, name: string) =>
  [country, iso2, iso3, province, state].some((one) => one && fold(String(one)) === name);

function oneOfEachZone(found: City[]): Place[] {
  const byZone = new Map<string, Place>();
  for (const city of found.toSorted((a, b) => b.pop - a.pop))
    if (!byZone.has(city.timezone)) byZone.set(city.timezone, toPlace(city));
  return [...byZone.values()].slice(0, maxPlaces);
}

/** "US", not "United States of America": it has to fit on a button. */
const countries = new Intl.DisplayNames('en', { type: 'region', style: 'short' });

function toPlace({ timezone: timeZone, city, province, country, iso2 }: City): Place {
  const known = /^[A-Z]{2}$/.test(iso2) ? countries.of(iso2) : undefined;
  const name = province && province !== city ? `${city}, ${province}` : city;
  return { timeZone, name, country: known ?? country };
}
