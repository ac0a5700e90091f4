import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js';
import { internationalPhone, phoneCountry } from '../phone.ts';
import { type Found, isOthers, lineBefore } from './found.ts';

const mobileLabel = /(?:mob|cell|handy|моб|móvil|celular|telemóvel|whats?app|\bm\b|📱)[^\n\d]{0,12}$/iu;
const faxLabel = /(?<!\p{L})(?:tele)?(?:fax|факс)[^\n\d]{0,8}$/iu;

/** 00 is the usual way to dial another country: at the beginning of a number, not within "555-0012". */
const otherCountry = /(?<![\d+]\)?[ .(-]?)00(?=[1-9](?:[ ().-]{0,2}\d){6})/g;

/** The phone number to call somebody by: a mobile one, else the first, never a fax. `country`: as in phone.ts. */
export function findPhone(text: string, country: string): Found | undefined {
  // Of the same length, so that the places stay right.
  const dialled = text.replace(otherCountry, ' +');
  const found = findPhoneNumbersInText(dialled, phoneCountry(country)).filter(({ startsAt, endsAt }) => {
    const written = dialled.slice(startsAt, endsAt);
    const before = lineBefore(text, startsAt);
    return isPhone(written, dialled.slice(endsAt)) && !isOthers(text, startsAt) && !faxLabel.test(before);
  });
  const mobile = found.find(({ startsAt }) => mobileLabel.test(lineBefore(text, startsAt)));
  const best = mobile ?? found[0];
  if (!best) return undefined;
  const value = internationalPhone(best.number.number, '') ?? best.number.number;
  // An extension is no part of the number that is called; it stays in the note.
  const ext = best.number.ext ? dialled.slice(best.startsAt, best.endsAt).search(/\s*(?:x|ext|доб|#)/i) : -1;
  // The place of the plus is that of the second 0.
  const start =
    text.startsWith('00', best.startsAt - 1) && text[best.startsAt] !== '+'
      ? best.startsAt - 1
      : best.startsAt;
  return { value, start, end: ext > 0 ? best.startsAt + ext : best.endsAt };
}

/**
 * Whether a number stands in a text, with or without its prefix: "+49 170 …" may stand there as "0170 …". Digits of
 * several numbers make none.
 */
export function holdsPhone(text: string, phone: string, country: string): boolean {
  const digits = (value: string) => value.replace(/\D/g, '');
  const runs = text.match(/\d(?:[ \u00a0()./-]{0,3}\d)*/g) ?? [];
  if (digits(phone).length >= 5 && runs.some((run) => digits(run) === digits(phone))) return true;
  const known = parsePhoneNumberFromString(phone, phoneCountry(country));
  if (!known) return false;
  const found = findPhoneNumbersInText(text, known.country ?? phoneCountry(country));
  return found.some(({ number }) => number.number === known.number);
}

/** Not a date, a sum of money or a postcode, which look the same to the library. */
function isPhone(written: string, after: string): boolean {
  if (/^\s*(?:[€$£₽%]|eur|usd|euro|руб|reais)/i.test(after)) return false;
  if (written.includes('+')) return true;
  const isDate =
    /(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?!\d)|^\d{1,3}(?:[.,\s]000)+$/.test(
      written,
    );
  return !isDate && written.replace(/\D/g, '').length >= 7;
}
