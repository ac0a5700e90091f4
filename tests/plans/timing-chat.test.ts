import { describe, expect, it } from 'vitest';
import { dueFromTiming, parseTiming } from '../../server/plans/timing.ts';
import { base, type Language } from './timing-phrases.ts';

/** "2026-02-06", with the time of day where it is not that of the base: Tuesday, 3 February 2026, 09:00. */
const due = (language: Language, text: string) =>
  dueFromTiming(text, base, { language })?.toISOString().slice(0, 16).replace('T09:00', '') ?? null;

type Row = [language: Language, text: string, due: string | null];
const are = (rows: Row[]) =>
  it.each(rows)('%s: %j is %s', (...[language, text, expected]) =>
    expect(due(language, text)).toBe(expected),
  );

describe('a slip of the pen', () => {
  are([
    ['en', 'tomorow at noon', '2026-02-04T12:00'],
    ['en', 'Call on Thurday', '2026-02-05'],
    ['en', 'wendesday 3pm', '2026-02-04T15:00'],
    ['en', 'next busines day', '2026-02-04'],
    ['en', 'in 45 mintues', '2026-02-03T09:45'],
    ['en', 'Febuary 20', '2026-02-20'],
    ['de', 'am Donerstag', '2026-02-05'],
    ['de', 'in zwei Wochne', '2026-02-17'],
    ['ru', 'завтар в 10', '2026-02-04T10:00'],
    ['es', 'el vierens', '2026-02-06'],
    ['pt', 'na segunda-fiera', '2026-02-09'],
  ]);

  are([
    ['en', 'in 6 mouths', null],
    ['en', '5 weeds', null],
    ['en', '3 yours truly', null],
    ['en', 'match 3 of them', null],
    ['de', 'mögen sie 3', null],
    ['de', 'Fieber 3', null],
    ['ru', 'завтрак с клиентом', null],
    ['es', 'el dominio', null],
  ]);

  it('is put right in the language that was asked for only', () => {
    expect(parseTiming('el vierens', 'en')).toBeNull();
  });
});

describe('chat shortenings', () => {
  are([
    ['en', 'nxt week pls', '2026-02-09'],
    ['en', 'aftr 3 hrs', '2026-02-03T12:00'],
    ['en', '30 min.', '2026-02-03T09:30'],
    ['en', '3 days min.', '2026-02-06'],
    ['de', 'in 90 Min.', '2026-02-03T10:30'],
    ['de', 'in 2 Std.', '2026-02-03T11:00'],
    ['ru', 'через 2 ч.', '2026-02-03T11:00'],
    ['ru', 'через 3 дн.', '2026-02-06'],
    ['es', 'en 2 sem.', '2026-02-17'],
  ]);
});

describe('a timing between other parts of a step', () => {
  are([
    ['en', 'Touch 5 / Day 18 / email', '2026-02-21'],
    ['en', 'Step 3 | Day 10', '2026-02-13'],
    ['en', 'Day 10 → call', '2026-02-13'],
    ['en', 'Step 3 >> Day 10', '2026-02-13'],
    ['en', '#4 · Day 12', '2026-02-15'],
    ['en', 'LinkedIn / 3 days later', '2026-02-06'],
    ['en', 'Call // Friday 10am', '2026-02-06T10:00'],
    ['es', 'Paso 4 / día 12', '2026-02-15'],
    ['de', 'Schritt 4 / nach 3 Tagen', '2026-02-06'],
    ['en', '2 hours / day', null],
    ['en', '2 emails / 3 days', null],
  ]);
});

describe('a sum', () => {
  are([
    ['en', '2 hours and 30 minutes later', '2026-02-03T11:30'],
    ['en', '1 day 3 hours after', '2026-02-04T12:00'],
    ['en', '1 week + 2 days', '2026-02-12'],
    ['en', '1 year and 2 months', '2027-04-03'],
    ['en', 'in 1h30', '2026-02-03T10:30'],
    ['en', 'an hour and a half', '2026-02-03T10:30'],
    ['en', 'half a day', '2026-02-03T21:00'],
    ['en', '1.5 weeks', '2026-02-14'],
    ['en', 'a month and a half', '2026-03-20'],
    ['de', 'in 1,5 Stunden', '2026-02-03T10:30'],
    ['ru', 'через час и 15 минут', '2026-02-03T10:15'],
    ['pt', 'amanhã às 9h30', '2026-02-04T09:30'],
    ['en', '2 hours or 30 minutes later', null],
    ['en', '3 days and 2 weeks', null],
    ['en', 'a month and 2 days', null],
  ]);
});

describe('a range is its first', () => {
  are([
    ['pt', 'de 5 a 7 dias', '2026-02-08'],
    ['es', 'entre 5 y 7 días', '2026-02-08'],
    ['de', 'von 5 bis 7 Tagen', '2026-02-08'],
    ['ru', 'от 5 до 7 дней', '2026-02-08'],
    ['en', 'between 5 and 7 days', '2026-02-08'],
    ['en', '5 or 6 days', '2026-02-08'],
    ['en', 'Wednesday-Friday', '2026-02-04'],
    ['en', 'Thursday to Saturday', '2026-02-05'],
    ['de', 'Di-Do', '2026-02-04'],
    ['en', 'Tue-Thu 9-5', null],
    ['de', 'Mo-Fr', null],
  ]);
});

describe('a wait that says what comes next', () => {
  are([
    ['en', 'Give it 5-7 days before the second nudge', '2026-02-08'],
    ['en', 'leave them 2 weeks', '2026-02-17'],
    ['en', 'allow 4 days before following up', '2026-02-07'],
    ['en', '2 days before renewal', null],
  ]);
});

describe('"not now" leaves the word to what follows', () => {
  are([
    ['en', 'Not now - circle back in six months', '2026-08-03'],
    ['en', 'not interested now - try in 6 months', '2026-08-03'],
    ['de', 'jetzt nicht, in 3 Monaten', '2026-05-03'],
    ['ru', 'не сейчас, через 3 месяца', '2026-05-03'],
    ['en', 'not now', null],
    ['en', 'not within 3 days', null],
  ]);
});

describe('a day of the month', () => {
  are([
    ['en', 'call them on the 15th to confirm', '2026-02-15'],
    ['es', 'el día 15', '2026-02-15'],
    ['es', 'el 15 a las 10', '2026-02-15T10:00'],
    ['pt', 'até o dia 20', '2026-02-20'],
    ['de', 'am 15. um 10 Uhr', '2026-02-15T10:00'],
    ['ru', '15-го в 10:00', '2026-02-15T10:00'],
    ['en', 'the 2nd email', null],
    ['es', 'el día 3', null],
    ['en', 'first Monday of March', '2026-03-02'],
    ['en', 'second Tuesday of the month', '2026-02-10'],
    ['en', 'last Friday of the month', '2026-02-27'],
    ['en', 'the first Monday of the month', '2026-03-02'],
    ['de', 'am ersten Montag im März', '2026-03-02'],
    ['ru', 'в первый понедельник марта', '2026-03-02'],
    ['en', 'first Monday of March 2025', null],
    ['en', 'last Friday', null],
  ]);
});

describe('a name, and what comes again and again', () => {
  are([
    ['en', 'Reference the Friday Health Plans case study', null],
    ['en', 'on Tuesdays', null],
    ['ru', 'по вторникам', null],
  ]);
});

describe('a number in two words', () => {
  are([
    ['en', 'day twenty-one', '2026-02-24'],
    ['en', 'the twenty-first day', '2026-02-24'],
    ['ru', 'день двадцать один', '2026-02-24'],
    ['es', 'día treinta y uno', '2026-03-06'],
    ['pt', 'dia vinte e um', '2026-02-24'],
  ]);
});
