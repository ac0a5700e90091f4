import { findPhoneNumbersInText } from 'libphonenumber-js';
import { internationalPhone, phoneCountry } from '../phone.ts';
import { type Found, isOthers, lineBefore } from './found.ts';

const mobileLabel = /(?:mob|cell|handy|моб|móvil|celular|telemóvel|whats?app|\bm\b|📱)[^\n\d]{0,12}$/iu;
const faxLabel = /(?<!\p{L})(?:tele)?(?:fax|факс)[^\n\d]{0,8}$/iu;

/** The phone number to call somebody by: a mobile one, else the first, never a fax. `country`: as in phone.ts. */
export function findPhone(text: string, country: string): Found | undefined {
  // Of the same length, so that the places stay right: 00 is the usual way to dial another country.
  const dialled = text.replace(/(?<![\d+])00(?=[1-9]\d)/g, ' +');
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
  return { value, start: best.startsAt, end: ext > 0 ? best.startsAt + ext : best.endsAt };
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
