import { describe, expect, it } from 'vitest';
import { usualWeek, withReminderHour } from '../../server/time/person.ts';
import { inZone, toDate, toLocal } from '../../server/time/wall-time.ts';
import { isInWindow, moveIntoWindow } from '../../server/time/working-time.ts';

const person = { ...usualWeek, timeZone: 'Europe/Berlin', reminderHour: 9 };
const inBerlin = (instant: string) => inZone(new Date(instant), 'Europe/Berlin');

describe('the working window', () => {
  it.each([
    [9, 9, 18],
    [14, 9, 18],
    [18, 9, 18],
    [6, 6, 18],
    [0, 0, 18],
    [21, 9, 21],
    [23, 9, 23],
  ])('with the reminder hour %i is from %i to %i', (reminderHour, opens, closes) => {
    expect(withReminderHour(person, reminderHour)).toMatchObject({ reminderHour, opens, closes });
  });

  it.each([
    ['Monday 08:59', '2026-10-12T06:59:00Z', false],
    ['Monday 09:00', '2026-10-12T07:00:00Z', true],
    ['Friday 18:00', '2026-10-16T16:00:00Z', true],
    ['Friday 18:01', '2026-10-16T16:01:00Z', false],
    ['Saturday noon', '2026-10-17T10:00:00Z', false],
    ['Sunday noon', '2026-10-18T10:00:00Z', false],
    ['midnight', '2026-10-13T22:00:00Z', false],
  ])('%s', (_, instant, inside) => {
    expect(isInWindow(inBerlin(instant), person)).toBe(inside);
  });

  it('is the window of the wall clock on both sides of a change', () => {
    expect(isInWindow(inBerlin('2026-10-23T07:00:00Z'), person)).toBe(true);
    expect(isInWindow(inBerlin('2026-10-26T07:00:00Z'), person)).toBe(false);
    expect(isInWindow(inBerlin('2026-10-26T08:00:00Z'), person)).toBe(true);
  });
});

describe('a moment outside the window', () => {
  const moved = (instant: string, reminderHour = 9) =>
    toLocal(moveIntoWindow(inBerlin(instant), withReminderHour(person, reminderHour)));

  it.each([
    ['early in the morning comes the same day', '2026-10-13T03:00:00Z', '2026-10-13T09:00'],
    ['in the evening comes the next day', '2026-10-13T19:00:00Z', '2026-10-14T09:00'],
    ['on Friday evening comes on Monday', '2026-10-16T19:00:00Z', '2026-10-19T09:00'],
    ['early on Saturday comes on Monday', '2026-10-17T03:00:00Z', '2026-10-19T09:00'],
    ['on Sunday evening comes on Monday', '2026-10-18T19:00:00Z', '2026-10-19T09:00'],
    ['over the change of the clocks keeps the hour', '2026-10-24T10:00:00Z', '2026-10-26T09:00'],
  ])('%s', (_, instant, local) => expect(moved(instant)).toBe(local));

  it('stays where it is when it is inside', () => {
    expect(moved('2026-10-13T12:34:00Z')).toBe('2026-10-13T14:34');
  });

  it('is in the window once it was moved, whatever the hour and the zone', () => {
    for (const timeZone of ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe']) {
      for (const reminderHour of [0, 5, 9, 14, 18, 23]) {
        for (let hour = 0; hour < 24 * 14; hour += 5) {
          const time = inZone(new Date(Date.UTC(2026, 9, 18, hour, 20)), timeZone);
          const there = withReminderHour({ ...usualWeek, timeZone }, reminderHour);
          const placed = moveIntoWindow(time, there);
          expect(isInWindow(placed, there)).toBe(true);
          expect(toDate(placed) >= toDate(time)).toBe(true);
        }
      }
    }
  });

  it('comes at the reminder hour even when Sunday had no such hour', () => {
    expect(moved('2026-03-28T20:00:00Z', 2)).toBe('2026-03-30T02:00');
    expect(moved('2026-03-29T12:00:00Z', 2)).toBe('2026-03-30T02:00');
  });
});
