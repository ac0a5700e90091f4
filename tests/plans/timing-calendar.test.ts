import { describe, expect, it } from 'vitest';
import { dueFromTiming } from '../../server/plans/timing.ts';

/** The due date in UTC to the minute, "Fri 2026-10-16 09:00", counted from Monday, 12 October 2026, 09:00. */
const due = (text: string, { language = 'en', from = '2026-10-12T09:00Z' } = {}) => {
  const date = dueFromTiming(text, new Date(from), { language });
  return date && `${date.toUTCString().slice(0, 3)} ${date.toISOString().slice(0, 16).replace('T', ' ')}`;
};

describe('a weekday', () => {
  it.each([
    ['Friday', 'Fri 2026-10-16 09:00'],
    ['on Monday', 'Mon 2026-10-19 09:00'],
    ['this Friday', 'Fri 2026-10-16 09:00'],
    ['by Friday', 'Fri 2026-10-16 09:00'],
    ['before Thursday', 'Wed 2026-10-14 09:00'],
    ['before Tuesday', 'Mon 2026-10-12 09:00'],
    ['after Friday', 'Sat 2026-10-17 09:00'],
    ['next Friday', 'Fri 2026-10-23 09:00'],
    ['Friday next week', 'Fri 2026-10-23 09:00'],
    ['next week on Tuesday', 'Tue 2026-10-20 09:00'],
    ['in two weeks on Friday', 'Fri 2026-10-30 09:00'],
    ['a week from Friday', 'Fri 2026-10-23 09:00'],
    ['2 days after Friday', 'Sun 2026-10-18 09:00'],
    ['Week 2, Thursday', 'Thu 2026-10-22 09:00'],
    ['Thursday/Friday', 'Thu 2026-10-15 09:00'],
    ['Mon or Wed', 'Wed 2026-10-14 09:00'],
    ['after the weekend', 'Mon 2026-10-19 09:00'],
    ['the Friday after the demo', 'Fri 2026-10-16 09:00'],
  ])('%j is %s', (text, expected) => expect(due(text)).toBe(expected));

  it('is the next such day, never the day of the base, whatever the hour', () => {
    expect(due('Monday')).toBe('Mon 2026-10-19 09:00');
    expect(due('Monday 5pm')).toBe('Mon 2026-10-19 17:00');
  });

  it.each([
    'Monday to Friday',
    'Mon-Fri 9-5',
    'Tuesday-Thursday 9-5',
    'the Friday Plans case study',
    'every first Monday of the month',
    'every Friday',
    'on Fridays',
    'last Friday',
    'not on Friday',
    'our Friday call',
    'Tuesday/Friday client updates',
    'Friday after the holidays',
    'Black Friday',
    'they sat down',
  ])('is not meant by %j', (text) => expect(due(text)).toBeNull());
});

describe('a date', () => {
  it.each([
    ['November 3rd', 'Tue 2026-11-03 09:00'],
    ['3 Nov', 'Tue 2026-11-03 09:00'],
    ['Nov. 3 at 10am', 'Tue 2026-11-03 10:00'],
    ['November 3-5', 'Tue 2026-11-03 09:00'],
    ['Tuesday, November 3', 'Tue 2026-11-03 09:00'],
    ['before November 3', 'Mon 2026-11-02 09:00'],
    ['2026-11-03', 'Tue 2026-11-03 09:00'],
    ['2026-11-03T14:30', 'Tue 2026-11-03 14:30'],
    ['03.11.2026', 'Tue 2026-11-03 09:00'],
    ['11/23/2026', 'Mon 2026-11-23 09:00'],
    ['on the 15th', 'Thu 2026-10-15 09:00'],
    ['Friday the 13th', null],
    ['the 1st of next month', 'Sun 2026-11-01 09:00'],
    ['October 12', 'Mon 2026-10-12 09:00'],
  ])('%j is %s', (text, expected) => expect(due(text)).toBe(expected));

  it('that has passed this year is next year’s, unless the year was given', () => {
    expect(due('March 3rd', { from: '2026-04-10T09:00Z' })).toBe('Wed 2027-03-03 09:00');
    expect(due('March 3rd 2026', { from: '2026-04-10T09:00Z' })).toBeNull();
    expect(due('02.03.2026', { from: '2026-04-10T09:00Z' })).toBeNull();
  });

  it('written with slashes follows the language, and is not guessed in English', () => {
    expect(due('03/11/2026', { language: 'es' })).toBe('Tue 2026-11-03 09:00');
    expect(due('03/11/2026')).toBeNull();
    expect(due('23/11/2026')).toBe('Mon 2026-11-23 09:00');
  });

  it.each(['February 30', '31.04.2027', '2026-13-01', '3.14', '1/2', '24/7', 'may follow up', 'march on'])(
    'is not meant by %j',
    (text) => expect(due(text)).toBeNull(),
  );
});

describe('a part of a week, month, quarter or year', () => {
  it.each([
    ['end of week', 'Fri 2026-10-16 09:00'],
    ['early next week', 'Mon 2026-10-19 09:00'],
    ['mid next week', 'Wed 2026-10-21 09:00'],
    ['late next week', 'Thu 2026-10-22 09:00'],
    ['end of next week', 'Fri 2026-10-23 09:00'],
    ['next week', 'Mon 2026-10-19 09:00'],
    ['this week', 'Fri 2026-10-16 09:00'],
    ['end of week 4', 'Fri 2026-11-06 09:00'],
    ['end of the month', 'Sat 2026-10-31 09:00'],
    ['mid-November', 'Sun 2026-11-15 09:00'],
    ['early March', 'Mon 2027-03-01 09:00'],
    ['end of quarter', 'Thu 2026-12-31 09:00'],
    ['next quarter', 'Fri 2027-01-01 09:00'],
    ['Q2', 'Thu 2027-04-01 09:00'],
    ['EOY', 'Thu 2026-12-31 09:00'],
  ])('%j is %s', (text, expected) => expect(due(text)).toBe(expected));

  it('that is over is the next one, and "this week" is today when its Friday has passed', () => {
    const from = '2026-10-17T09:00Z';
    expect(due('end of week', { from })).toBe('Fri 2026-10-23 09:00');
    expect(due('this week', { from })).toBe('Sat 2026-10-17 09:00');
    expect(due('next week', { from })).toBe('Mon 2026-10-19 09:00');
    expect(due('Q2 2026', { from })).toBeNull();
  });

  it('may be a numbered week', () => expect(due('KW 44', { language: 'de' })).toBe('Mon 2026-10-26 09:00'));
});

describe('a time of day', () => {
  it.each([
    ['Friday 10am', 'Fri 2026-10-16 10:00'],
    ['Friday at 3', 'Fri 2026-10-16 15:00'],
    ['Friday 09', 'Fri 2026-10-16 09:00'],
    ['10am on Friday', 'Fri 2026-10-16 10:00'],
    ['Friday 9-11 am', 'Fri 2026-10-16 09:00'],
    ['tomorrow evening', 'Tue 2026-10-13 18:00'],
    ['Day 3, morning', 'Thu 2026-10-15 09:00'],
    ['in 3 days at noon', 'Thu 2026-10-15 12:00'],
    ['end of day tomorrow', 'Tue 2026-10-13 17:00'],
    ['tonight', 'Mon 2026-10-12 19:00'],
    ['by EOD', 'Mon 2026-10-12 17:00'],
    ['at 8am', 'Tue 2026-10-13 08:00'],
    ['12 am', 'Tue 2026-10-13 00:00'],
    ['12:30 pm', 'Mon 2026-10-12 12:30'],
  ])('%j is %s', (text, expected) => expect(due(text)).toBe(expected));

  it.each([
    ['de', 'morgen um 14.30 Uhr', 'Tue 2026-10-13 14:30'],
    ['de', 'Freitag 8 Uhr abends', 'Fri 2026-10-16 20:00'],
    ['ru', 'завтра в 3 дня', 'Tue 2026-10-13 15:00'],
    ['ru', 'в пятницу после 16', 'Fri 2026-10-16 16:00'],
    ['es', 'el viernes a las 9 de la mañana', 'Fri 2026-10-16 09:00'],
    ['pt', 'amanhã às 14h30', 'Tue 2026-10-13 14:30'],
  ])('%s: %j is %s', (language, text, expected) => expect(due(text, { language })).toBe(expected));

  it('that goes on is now, and one that is over today is not to be had', () => {
    const from = '2026-10-12T20:00Z';
    expect(due('tonight', { from })).toBe('Mon 2026-10-12 20:00');
    expect(due('this afternoon', { from })).toBeNull();
    expect(due('today at 5pm', { from })).toBeNull();
    expect(due('in the afternoon', { from })).toBe('Tue 2026-10-13 14:00');
  });

  it('is read in the zone that is named behind it', () => {
    expect(due('Friday 7:00 PM IST')).toBe('Fri 2026-10-16 13:30');
    expect(due('noon ET tomorrow')).toBe('Tue 2026-10-13 16:00');
    expect(due('Friday at 10am (PT)')).toBe('Fri 2026-10-16 17:00');
  });

  it.each(['9am-5pm', '9 to 5', 'Weekdays 9-5', 'at 10 companies', 'every morning', 'morning of the demo'])(
    'is not meant by %j',
    (text) => expect(due(text)).toBeNull(),
  );
});
