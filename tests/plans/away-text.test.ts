import { describe, expect, it } from 'vitest';
import { readAway } from '../../server/plans/away-text.ts';
import { usualWeek } from '../../server/time/person.ts';
import { monday } from '../support/people.ts';

const person = { ...usualWeek, timeZone: 'Europe/Berlin' };

/** "2027-08-01 to 2027-08-14", or why not; said on Monday, 12 October 2026. */
function read(text: string, now = monday): string {
  const result = readAway(text, { now, person, language: null });
  return result.ok ? `${result.period.from} to ${result.period.until}` : result.reason;
}

const august = '2027-08-01 to 2027-08-14';

describe('an absence in words', () => {
  it.each([
    ...['1-14 Aug', '1–14 August', 'Aug 1 - 14', 'August 1st to August 14th', '1.8.-14.8.', '1.-14.8.'],
    ...['1/8/2027-14/8/2027', '2027-08-01 to 2027-08-14', '2027-08-01 – 2027-08-14', 'vom 1. bis 14. August'],
    ...['с 1 по 14 августа', 'del 1 al 14 de agosto', 'de 1 a 14 de agosto', 'from 1 to 14 Aug 2027'],
  ])('%s is 1 to 14 August', (text) => {
    expect(read(text)).toBe(august);
  });

  it.each([
    ['until Friday', '2026-10-12 to 2026-10-16'],
    ['bis Freitag', '2026-10-12 to 2026-10-16'],
    ['until 14 Oct', '2026-10-12 to 2026-10-14'],
    ['tomorrow until Friday', '2026-10-13 to 2026-10-16'],
    ['Thursday - Tuesday', '2026-10-15 to 2026-10-20'],
    ['tomorrow', '2026-10-13 to 2026-10-13'],
    ['heute', '2026-10-12 to 2026-10-12'],
    ['20 Dec - 5 Jan', '2026-12-20 to 2027-01-05'],
    ['10-14 Oct', '2026-10-10 to 2026-10-14'],
  ])('%s is %s', (text, days) => {
    expect(read(text)).toBe(days);
  });

  it.each([
    ['1-11 Oct 2026', 'past'],
    ['14-1 Aug', 'backwards'],
    ['2026-10-20 to 2026-10-14', 'backwards'],
    ['2026-10-20 to 2028-10-14', 'too-long'],
    ...['', 'soon', '1-14', '31 Feb', '0 Aug', '32.13.', '29 Feb', 'until', '-', '٣ Aug'].map((text) => [
      text,
      'not-understood',
    ]),
    ['until '.repeat(5000), 'not-understood'],
    ['1-'.repeat(50_000), 'not-understood'],
  ])('%s is no absence: %s', (text, reason) => {
    expect(read(text)).toBe(reason);
  });

  it('takes the day from where the person is', () => {
    // 23:30 in London, and Tuesday already in Berlin.
    expect(read('today', new Date('2026-10-12T22:30:00Z'))).toBe('2026-10-13 to 2026-10-13');
  });
});
