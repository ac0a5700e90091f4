import { describe, expect, it } from 'vitest';
import {
  clockWords,
  dayBounds,
  dayWords,
  dueView,
  longDayWords,
  momentWords,
} from '../../server/time/when.ts';

const at = (text: string) => new Date(text);
const berlin = 'Europe/Berlin';
/** Tuesday, 13 October 2026, 14:00 in Berlin. */
const now = at('2026-10-13T12:00:00Z');

describe('a due date in words', () => {
  it.each([
    ['two days ago', '2026-10-11T07:00:00Z', 'Sun 11 Oct, 09:00', '2 days late', 'late'],
    ['yesterday evening', '2026-10-12T21:59:00Z', 'Mon 12 Oct, 23:59', '1 day late', 'late'],
    ['the first minute of today', '2026-10-12T22:00:00Z', 'Tue 13 Oct, 00:00', '00:00', 'today'],
    ['an hour ago', '2026-10-13T11:00:00Z', 'Tue 13 Oct, 13:00', '13:00', 'today'],
    ['the last minute of today', '2026-10-13T21:59:00Z', 'Tue 13 Oct, 23:59', '23:59', 'today'],
    ['the first minute of tomorrow', '2026-10-13T22:00:00Z', 'Wed 14 Oct, 00:00', 'Wed 14', 'later'],
    ['the last day without its month', '2026-11-02T08:00:00Z', 'Mon 2 Nov, 09:00', 'Mon 2', 'later'],
    ['three weeks away', '2026-11-03T08:00:00Z', 'Tue 3 Nov, 09:00', 'Tue 3 Nov', 'later'],
    ['next year', '2027-01-04T08:00:00Z', 'Mon 4 Jan 2027, 09:00', 'Mon 4 Jan 2027', 'later'],
    ['last year', '2025-12-31T08:00:00Z', 'Wed 31 Dec 2025, 09:00', '286 days late', 'late'],
  ])('%s', (_, due, words, short, tone) => {
    expect(dueView(at(due), now, berlin)).toMatchObject({ words, short, tone, at: at(due).toISOString() });
  });

  it('gives the wall time that a date input holds, to the minute', () => {
    expect(dueView(at('2026-10-15T07:00:59.999Z'), now, berlin).local).toBe('2026-10-15T09:00');
  });

  it('is about the day where the person is, not where the server is', () => {
    const due = at('2026-10-12T20:00:00Z');
    const evening = at('2026-10-13T01:00:00Z');
    expect(dueView(due, evening, 'America/New_York')).toMatchObject({ tone: 'today', short: '16:00' });
    expect(dueView(due, evening, berlin)).toMatchObject({ tone: 'late', short: '1 day late' });
    expect(dueView(due, evening, 'Australia/Sydney')).toMatchObject({ tone: 'today', short: '07:00' });
    expect(dueView(due, evening, 'Asia/Kolkata')).toMatchObject({ tone: 'today', short: '01:30' });
  });

  it('reads the clock of each side of a change', () => {
    expect(momentWords(at('2026-10-23T07:00:00Z'), now, berlin)).toBe('Fri 23 Oct, 09:00');
    expect(momentWords(at('2026-10-26T08:00:00Z'), now, berlin)).toBe('Mon 26 Oct, 09:00');
  });

  it('counts days, not times 24 hours, over a change of the clocks', () => {
    const saturdayNoon = at('2026-10-24T10:00:00Z');
    expect(dueView(saturdayNoon, at('2026-10-26T11:30:00Z'), berlin).short).toBe('2 days late');
    expect(dueView(at('2026-10-24T21:59:00Z'), at('2026-10-25T22:59:00Z'), berlin).short).toBe('1 day late');
  });

  it('knows zones with half hours', () => {
    expect(clockWords(at('2026-10-12T00:00:00Z'), 'Australia/Lord_Howe')).toBe('11:00');
    expect(clockWords(at('2026-07-12T00:00:00Z'), 'Australia/Lord_Howe')).toBe('10:30');
  });

  it('names days short and long', () => {
    expect(dayWords(at('2026-10-15T23:30:00Z'), now, berlin)).toBe('Fri 16 Oct');
    expect(longDayWords(at('2026-10-15T23:30:00Z'), berlin)).toBe('Friday, 16 October');
    expect(longDayWords(at('2026-10-15T23:30:00Z'), 'America/New_York')).toBe('Thursday, 15 October');
  });
});

describe('the bounds of a day', () => {
  const hours = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 3_600_000;

  it('are midnights where the person is', () => {
    expect(dayBounds(now, berlin)).toEqual({
      start: at('2026-10-12T22:00:00Z'),
      end: at('2026-10-13T22:00:00Z'),
      weekEnd: at('2026-10-20T22:00:00Z'),
    });
  });

  it.each([
    ['has 25 hours when the clocks go back', '2026-10-25T12:00:00Z', berlin, 25],
    ['has 23 hours when they go forward', '2026-03-29T12:00:00Z', berlin, 23],
    ['has 24 and a half hours on Lord Howe', '2026-04-05T01:00:00Z', 'Australia/Lord_Howe', 24.5],
    ['has 24 hours where clocks never change', '2026-10-25T12:00:00Z', 'Asia/Kolkata', 24],
    ['begins at one where midnight is skipped', '2026-04-24T09:00:00Z', 'Africa/Cairo', 23],
  ])('%s', (_, instant, zone, length) => {
    const { start, end } = dayBounds(at(instant), zone);
    expect(hours(start, end)).toBe(length);
  });
});
