/** "1. 2. 3." and lines below each other are a list. */
const number = /\+?\d(?:(?:[ ()/–-]{1,3}|\.)?\d)*/g;
/** Not what only looks like a day in the middle of a phone number: "+7 (999) 123-45-67". */
const inPhone = '(?<!\\+[\\d ()./–-]{0,20}|\\) ?|\\d{3}[ ./-]|\\d[./])';
const [dayOfMonth, month] = ['(?:0?[1-9]|[12]\\d|3[01])', '(?:0?[1-9]|1[0-2])'];
const anyOrder = `(?:${dayOfMonth}[./-]${month}|${month}[./-]${dayOfMonth})`;
const day = new RegExp(
  `${inPhone}\\b(?:\\d{4}[./-]${anyOrder}|${anyOrder}[./-](?:\\d{4}|\\d{2}))\\b(?![./-]\\d{2}(?!\\d*[./-]))`,
  'g',
);

const grouped = "[1-9]\\d{0,2}(?:[ .,'’]\\d{3})+";
const currency = '(?:[€$£₽₴]|(?:EUR|USD|GBP|CHF|RUB|BRL|UAH)\\b|euros?\\b|dollars?\\b|руб|reais\\b)';
/** "10 000 - 20 000", "150 000 000": in thousands, or with a currency; not the end of a longer number. */
const round = "[1-9]\\d{0,2}(?:[ .,'’]\\d{3})*[ .,'’]000(?!\\d)";
const amounts = new RegExp(
  `(?<![+\\d][ ./()–-]{0,3})(?:${round}(?: ?[-–] ?${round})?|(?:${grouped} ?[-–] ?)?${grouped}(?= ?${currency}))`,
  'giu',
);

/** The phone numbers in a text, each once. Dates and amounts are none: a phone number has nine digits, or seven after a plus. */
export const findPhones = (text: string): string[] =>
  numbersIn(text.replace(day, '|').replace(amounts, '|')).filter(
    (found) => digitsOf(found).length >= (found.startsWith('+') ? 7 : 9),
  );

/** Everything in a text that is written as a number. */
export const numbersIn = (text: string): string[] => [...new Set(text.match(number) ?? [])];

export const digitsOf = (text: string): string => text.replace(/\D/g, '');
