import type { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dueFrom, dueFromTiming, parseTiming } from '../../server/plans/timing.ts';

const MONDAY = new Date('2026-10-12T07:00:00Z');

const due = (text: string, base: string, timeZone?: string) =>
  dueFromTiming(text, new Date(base), { timeZone })?.toISOString().replace('.000', '');

describe('the due date', () => {
  it.each([
    ['Day 3', '2026-10-15T07:00:00Z'],
    ['right away', '2026-10-12T07:00:00Z'],
    ['2 weeks later', '2026-10-26T07:00:00Z'],
    ['in 3 months', '2027-01-12T07:00:00Z'],
    ['in 90 minutes', '2026-10-12T08:30:00Z'],
    ['Friday', '2026-10-16T07:00:00Z'],
    ['March 3rd', '2027-03-03T07:00:00Z'],
  ])('of %j from Monday 12 October, 07:00, is %s', (text, expected) => {
    expect(due(text, '2026-10-12T07:00:00Z')).toBe(expected);
  });

  it('ends a month on its last day', () => {
    expect(due('in a month', '2026-01-31T10:00:00Z')).toBe('2026-02-28T10:00:00Z');
  });

  it('is the same for a timing that was parsed before', () => {
    const timing = parseTiming('Friday at 10');
    expect(timing && dueFrom(timing, MONDAY, { timeZone: 'Europe/Berlin' })).toEqual(
      new Date('2026-10-16T08:00:00Z'),
    );
  });

  it('is null for a date or a zone that does not exist', () => {
    expect(dueFromTiming('Day 3', new Date(Number.NaN))).toBeNull();
    expect(dueFromTiming('Day 3', MONDAY, { timeZone: 'Mars/Olympus' })).toBeNull();
    expect(dueFromTiming('Day 3', new Date(8.64e15))).toBeNull();
    expect(dueFromTiming('Friday', new Date(8.64e15), { timeZone: 'Asia/Tokyo' })).toBeNull();
  });
});

// In 2026 Berlin's clocks go forward on 29 March and back on 25 October, New York's on 8 March and 1 November, and Lord
// Howe's, by half an hour, back on 5 April and forward on 4 October.
describe('across a change of the clocks', () => {
  it.each([
    ['1 day later', '2026-10-24T07:00:00Z', 'Europe/Berlin', '2026-10-25T08:00:00Z'],
    ['24 hours later', '2026-10-24T07:00:00Z', 'Europe/Berlin', '2026-10-25T07:00:00Z'],
    ['1 day later', '2026-03-28T08:00:00Z', 'Europe/Berlin', '2026-03-29T07:00:00Z'],
    ['24 hours later', '2026-03-28T08:00:00Z', 'Europe/Berlin', '2026-03-29T08:00:00Z'],
    ['2 weeks later', '2026-10-20T07:00:00Z', 'Europe/Berlin', '2026-11-03T08:00:00Z'],
    ['3 business days', '2026-10-22T07:00:00Z', 'Europe/Berlin', '2026-10-27T08:00:00Z'],
    ['Monday', '2026-10-22T07:00:00Z', 'Europe/Berlin', '2026-10-26T08:00:00Z'],
    ['Monday 9am', '2026-10-22T12:00:00Z', 'Europe/Berlin', '2026-10-26T08:00:00Z'],
    ['end of month', '2026-10-22T07:00:00Z', 'Europe/Berlin', '2026-10-31T08:00:00Z'],
    ['1 day later', '2026-10-31T13:00:00Z', 'America/New_York', '2026-11-01T14:00:00Z'],
    ['1 day later', '2026-03-07T14:00:00Z', 'America/New_York', '2026-03-08T13:00:00Z'],
    ['in a month', '2026-02-20T14:00:00Z', 'America/New_York', '2026-03-20T13:00:00Z'],
    ['1 day later', '2026-10-02T22:30:00Z', 'Australia/Lord_Howe', '2026-10-03T22:00:00Z'],
    ['1 day later', '2026-04-03T22:00:00Z', 'Australia/Lord_Howe', '2026-04-04T22:30:00Z'],
    ['24 hours later', '2026-10-02T22:30:00Z', 'Australia/Lord_Howe', '2026-10-03T22:30:00Z'],
  ])('%j from %s in %s is %s', (text, base, zone, expected) => expect(due(text, base, zone)).toBe(expected));

  it('moves a wall time that the clocks skip forward, and keeps "now" in a doubled hour', () => {
    expect(due('1 day later', '2026-03-28T01:30:00Z', 'Europe/Berlin')).toBe('2026-03-29T01:30:00Z');
    expect(due('tomorrow at 2:30 am', '2026-03-28T12:00:00Z', 'Europe/Berlin')).toBe('2026-03-29T01:30:00Z');
    expect(due('now', '2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe('2026-10-25T01:30:00Z');
    expect(due('this week', '2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe('2026-10-25T01:30:00Z');
  });

  it('counts the day where the person is', () => {
    // 23:30Z on Friday is Saturday morning in Kolkata; the next business day there is Monday the 19th.
    expect(due('1 business day', '2026-10-16T23:30:00Z', 'Asia/Kolkata')).toBe('2026-10-18T23:30:00Z');
    expect(due('1 business day', '2026-10-16T23:30:00Z', 'UTC')).toBe('2026-10-19T23:30:00Z');
    expect(due('Saturday', '2026-10-16T23:30:00Z', 'Asia/Kolkata')).toBe('2026-10-23T23:30:00Z');
  });
});

describe('business days', () => {
  it.each([
    ['Mon 12', '2026-10-12', '1 business day', '2026-10-13'],
    ['Mon 12', '2026-10-12', '5 business days', '2026-10-19'],
    ['Thu 15', '2026-10-15', '3 business days', '2026-10-20'],
    ['Fri 16', '2026-10-16', '6 business days', '2026-10-26'],
    ['Sat 17', '2026-10-17', '1 business day', '2026-10-19'],
    ['Sat 17', '2026-10-17', '5 business days', '2026-10-23'],
    ['Sun 18', '2026-10-18', '10 business days', '2026-10-30'],
    ['Sun 18', '2026-10-18', '0 business days', '2026-10-18'],
  ])('from %s (%s), %s is %s', (_, day, text, expected) => {
    expect(due(text, `${day}T09:00:00Z`)).toBe(`${expected}T09:00:00Z`);
  });

  const sundayToThursday = (day: Temporal.PlainDate) => day.dayOfWeek !== 5 && day.dayOfWeek !== 6;

  it('are counted with the calendar that is given', () => {
    const options = { isWorkingDay: sundayToThursday };
    const dueOn = (text: string) => dueFromTiming(text, MONDAY, options)?.toISOString().slice(0, 10);
    expect(dueOn('4 business days')).toBe('2026-10-18');
    expect(dueOn('next business day')).toBe('2026-10-13');
    expect(dueOn('4 days')).toBe('2026-10-16');
  });

  it('are what days mean to a person who counts in working days', () => {
    const options = { isWorkingDay: sundayToThursday, countWorkingDays: true };
    const dueOn = (text: string) => dueFromTiming(text, MONDAY, options)?.toISOString().slice(0, 10);
    expect(dueOn('Day 4')).toBe('2026-10-18');
    expect(dueOn('Day 4 at 10')).toBe('2026-10-18');
    expect(dueOn('1 week')).toBe('2026-10-19');
  });

  it('have no date in a calendar without any, and none too far away to be looked for', () => {
    let asked = 0;
    const isWorkingDay = () => {
      asked++;
      return false;
    };
    expect(dueFromTiming('2 business days', MONDAY, { isWorkingDay })).toBeNull();
    expect(asked).toBeLessThanOrEqual(800);
    expect(dueFromTiming('2000 business days', MONDAY)).toBeNull();
  });
});
