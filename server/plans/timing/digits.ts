import type { Piece } from './pieces.ts';

const OTHER: Piece = { is: 'other' };
const TO: Piece = { is: 'joiner', range: true };

/**
 * What a run of digits stands for: a number, a date, a time of day, two of them ("3-5"), or nothing that says when
 * ("1,000", "1/2", endless digits).
 * @param dayFirst whether "3/4/2026" is the third of April; null where people write it both ways
 */
export function digitPieces(digits: string, dayFirst: boolean | null): readonly Piece[] {
  if (/^\d{1,6}$/.test(digits)) return [wholeNumber(digits)];
  const date = dateFrom(digits, dayFirst);
  if (date) return [date];
  const [first = '', last, ...more] = digits.split(/[–—-]/);
  if (more.length > 0) return [listOf(digits)];
  const from = single(first, dayFirst);
  if (last === undefined) return [from];
  const to = single(last, dayFirst);
  return from.is === 'other' || from.is !== to.is ? [OTHER] : [from, TO, to];
}

const wholeNumber = (digits: string): Piece =>
  digits.length === 2 && digits.startsWith('0')
    ? { is: 'number', value: Number(digits), padded: true }
    : { is: 'number', value: Number(digits) };

function single(digits: string, dayFirst: boolean | null): Piece {
  if (/^\d{1,6}$/.test(digits)) return wholeNumber(digits);
  const [, hours, minutes] = digits.match(/^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/) ?? [];
  if (hours && Number(hours) < 24) return { is: 'clock', minutes: afternoon(hours) * 60 + Number(minutes) };
  const [, whole, fraction] = digits.match(/^(\d{1,6})[.,](\d{1,2})$/) ?? [];
  if (whole && fraction) {
    const dotted = dayFirst ? ([Number(whole), Number(fraction), fraction.length] as const) : undefined;
    return { is: 'number', value: Number(`${whole}.${fraction}`), dotted };
  }
  return listOf(digits);
}

/** "3/5/7", "1,3,7"; "1,000" and "1.2.3.4" are none. */
function listOf(digits: string): Piece {
  const isList = /^\d{1,2}(?:[/,–—-]\d{1,2})+$/.test(digits);
  return isList ? { is: 'slashes', first: Number.parseInt(digits, 10) } : OTHER;
}

/** "2:30" is no time for work: without a leading zero, one to six means the afternoon. */
export const afternoon = (hour: string | number): number => {
  const value = Number(hour);
  return value >= 1 && value <= 6 && String(hour).length === 1 ? value + 12 : value;
};

function dateFrom(digits: string, dayFirst: boolean | null): Piece | null {
  const [, year, iso, day] = digits.match(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/) ?? [];
  if (year) return dateOf(Number(day), Number(iso), Number(year));
  const [, first, , second, last] = digits.match(/^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/) ?? [];
  const sign = digits.match(/[./-]/)?.[0];
  if (first && last) return inOrder(first, second, fullYear(last), sign === '.' ? true : dayFirst);
  const [, one, two] = digits.match(/^(\d{1,2})\/(\d{1,2})$/) ?? [];
  // "3/15" and "15/03" are dates; "24/7", "1/2" and "3/5" may be anything.
  if (!one || !two) return null;
  if (dayFirst) return two.length === 2 ? inOrder(one, two, null, true) : null;
  return Number(two) > 12 ? inOrder(one, two, null, null) : null;
}

const fullYear = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year));

/** Day and month in the order that is possible, else in the one that people use; null when that is not known. */
function inOrder(first: string, second: string | undefined, year: number | null, dayFirst: boolean | null) {
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 || (dayFirst && b <= 12)) return dateOf(a, b, year);
  return b > 12 || dayFirst === false ? dateOf(b, a, year) : null;
}

function dateOf(day: number, month: number, year: number | null): Piece | null {
  const isPossible = day >= 1 && day <= 31 && month >= 1 && month <= 12;
  return isPossible ? { is: 'date', day, month, year } : null;
}
