import cities from 'city-timezones';
import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import { isValidPhoneNumber as isValidMobile } from 'libphonenumber-js/mobile';

/**
 * A phone number in E.164 ("+493012345678"), to compare by; null when the text is none.
 * @param country ISO 3166 code of the country whose own numbers need no prefix; '' when every number must have one.
 */
export const normalPhone = (text: string, country: string): string | null =>
  readNumber(text, country)?.number ?? null;

/** A phone number as people write it to other countries: "+49 30 12345678"; null when the text is none. */
export const internationalPhone = (text: string, country: string): string | null =>
  readNumber(text, country)?.formatInternational() ?? null;

/**
 * The number of a shared contact, as internationalPhone writes it. One of Telegram's own people comes with the country
 * code, and often without the "+"; one of a phone's contacts as it was typed. So without "+" it is a mobile number of
 * the person's country where it can be one, else one with its country code, else any of that country.
 */
export function sharedPhone(text: string, country: string): string | null {
  const given = text.trim();
  if (/^(?:\+|00)/.test(given)) return internationalPhone(given, country);
  const own = country ? readNumber(given, country) : null;
  const isMobile = own && isSupportedCountry(country) && isValidMobile(given, country);
  const full = internationalPhone(`+${given.replace(/\D/g, '')}`, '');
  const isFull = full !== null && parsePhoneNumberFromString(full)?.isValid();
  return (isMobile || !isFull ? own?.formatInternational() : null) ?? full;
}

/** Whether both texts are one phone number; never true for what is none. */
export function samePhone(one: string, other: string, country: string): boolean {
  const known = normalPhone(one, country);
  return known !== null && known === normalPhone(other, country);
}

/** The country as the library knows it; undefined for '' and for what is no country. */
export const phoneCountry = (country: string): CountryCode | undefined =>
  isSupportedCountry(country) ? country : undefined;

function readNumber(text: string, country: string): PhoneNumber | null {
  // "0049 …" is understood in countries that dial 00; where the country is not known it is the usual prefix.
  const dialled = country ? text : text.replace(/^\s*00(?=[1-9])/, '+');
  const found = parsePhoneNumberFromString(dialled, phoneCountry(country));
  return found?.isPossible() ? found : null;
}

/** Languages that are spoken in so many countries that they say nothing about where a person is. */
const widespread = ['en', 'es', 'ar', 'fr'];

/**
 * Whose numbers a person writes without a prefix: the country of their holidays, of their time zone, or of their
 * language where that has one. ISO 3166 code; '' when nothing tells.
 */
export function countryOf(user: {
  holidays: string | null;
  timeZone: string | null;
  language: string | null;
}): string {
  const known = user.holidays ?? countryOfZone(user.timeZone) ?? countryOfLanguage(user.language) ?? '';
  return phoneCountry(known) ?? '';
}

/** The country of the zone's greatest city. */
function countryOfZone(timeZone: string | null): string | undefined {
  if (!timeZone) return undefined;
  let greatest: (typeof cities.cityMapping)[number] | undefined;
  for (const city of cities.cityMapping)
    if (city.timezone === timeZone && city.pop > (greatest?.pop ?? -1)) greatest = city;
  return greatest?.iso2;
}

function countryOfLanguage(tag: string | null): string | undefined {
  try {
    const locale = new Intl.Locale(tag ?? '');
    return locale.region ?? (widespread.includes(locale.language) ? undefined : locale.maximize().region);
  } catch {
    return undefined;
  }
}
