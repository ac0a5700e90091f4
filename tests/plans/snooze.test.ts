import { describe, expect, it } from 'vitest';
import { instantOf } from '../../server/plans/schedule.ts';
import { readSnooze, type SnoozeTo, snoozedUntil, snoozeKinds } from '../../server/plans/snooze.ts';
import { type PersonTime, usualWeek, withReminderHour } from '../../server/time/person.ts';

const berlin: PersonTime = { ...usualWeek, timeZone: 'Europe/Berlin' };

/** Somebody who may be reminded at any hour. */
const allDay: PersonTime = { ...berlin, opens: 0, closes: 24, workingDays: [1, 2, 3, 4, 5, 6, 7] };

const until = (to: SnoozeTo, now: string, person: PersonTime = berlin) =>
  snoozedUntil(to, new Date(now), person).toISOString();

describe('a reminder snoozed for an hour', () => {
  it.each([
    ['comes back an hour later, to the minute', '2026-10-12T07:25:00Z', '2026-10-12T08:25:00.000Z'],
    ['may come at the last minute of the window', '2026-10-12T15:00:00Z', '2026-10-12T16:00:00.000Z'],
    ['waits for the morning when the day ends', '2026-10-12T15:30:00Z', '2026-10-13T07:00:00.000Z'],
    ['waits for Monday when the week ends', '2026-10-16T15:30:00Z', '2026-10-19T07:00:00.000Z'],
    ['waits for the window when it is night', '2026-10-12T01:00:00Z', '2026-10-12T07:00:00.000Z'],
  ])('%s', (_, now, back) => expect(until('1h', now)).toBe(back));

  it.each([
    ['skips the hour that does not exist', '2026-03-29T00:30:00Z', '2026-03-29T01:30:00.000Z'],
    ['lives through the hour that exists twice', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00.000Z'],
    ['leaves the second of the two', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00.000Z'],
  ])('is an hour of waiting when the clocks change: %s', (_, now, back) =>
    expect(until('1h', now, allDay)).toBe(back),
  );
});

describe('a reminder snoozed to this evening', () => {
  it.each([
    ['comes at six', '2026-10-12T07:25:00Z', '2026-10-12T16:00:00.000Z'],
    ['comes at six on a Friday too', '2026-10-16T12:00:00Z', '2026-10-16T16:00:00.000Z'],
    ['comes tomorrow morning when six has come', '2026-10-12T16:00:00Z', '2026-10-13T07:00:00.000Z'],
    ['comes on Monday when it is Friday evening', '2026-10-16T17:00:00Z', '2026-10-19T07:00:00.000Z'],
    ['comes on Monday when it is Saturday', '2026-10-17T09:00:00Z', '2026-10-19T07:00:00.000Z'],
  ])('%s', (_, now, back) => expect(until('evening', now)).toBe(back));

  it('comes in the last hour of a window that closes before six, and the first of one that opens after', () => {
    const early = { ...berlin, closes: 16 };
    expect(until('evening', '2026-10-12T07:00:00Z', early)).toBe('2026-10-12T14:00:00.000Z');
    const late = { ...berlin, opens: 20, closes: 23, reminderHour: 21 };
    expect(until('evening', '2026-10-12T07:00:00Z', late)).toBe('2026-10-12T18:00:00.000Z');
  });
});

describe('a reminder snoozed to tomorrow or Monday', () => {
  it.each([
    ['tomorrow', 'comes at the reminder hour', '2026-10-12T13:40:00Z', '2026-10-13T07:00:00.000Z'],
    ['tomorrow', 'even early in the morning', '2026-10-12T00:10:00Z', '2026-10-13T07:00:00.000Z'],
    ['tomorrow', 'on Friday is Monday', '2026-10-16T09:00:00Z', '2026-10-19T07:00:00.000Z'],
    ['monday', 'on Wednesday is the next one', '2026-10-14T13:40:00Z', '2026-10-19T07:00:00.000Z'],
    ['monday', 'on Sunday is the day after', '2026-10-18T13:40:00Z', '2026-10-19T07:00:00.000Z'],
    ['monday', 'on Monday is in a week', '2026-10-12T07:00:00Z', '2026-10-19T07:00:00.000Z'],
    ['monday', 'keeps nine when the clocks go back', '2026-10-23T13:40:00Z', '2026-10-26T08:00:00.000Z'],
    ['monday', 'keeps nine when they go forward', '2026-03-27T13:40:00Z', '2026-03-30T07:00:00.000Z'],
  ] as const)('(%s) %s', (to, _, now, back) => expect(until(to, now)).toBe(back));

  it('means the day where the person is, at the hour they chose', () => {
    const now = '2026-10-13T01:00:00Z';
    const elsewhere = (timeZone: string) => until('tomorrow', now, { ...berlin, timeZone });
    expect(elsewhere('America/New_York')).toBe('2026-10-13T13:00:00.000Z');
    expect(elsewhere('Australia/Sydney')).toBe('2026-10-13T22:00:00.000Z');
    expect(until('tomorrow', '2026-10-12T13:40:00Z', withReminderHour(berlin, 20))).toBe(
      '2026-10-13T18:00:00.000Z',
    );
  });

  it('comes at two on Monday although the Sunday between had no two', () => {
    const night = withReminderHour(berlin, 2);
    expect(until('tomorrow', '2026-03-28T12:00:00Z', night)).toBe('2026-03-30T00:00:00.000Z');
  });

  it('comes after an absence and a public holiday', () => {
    const away = { ...berlin, away: { from: '2026-10-13', until: '2026-10-20' } };
    expect(until('tomorrow', '2026-10-12T13:40:00Z', away)).toBe('2026-10-21T07:00:00.000Z');
    const german = { ...berlin, holidays: 'DE' };
    expect(until('tomorrow', '2026-12-24T10:00:00Z', german)).toBe('2026-12-28T08:00:00.000Z');
  });
});

describe('a reminder snoozed to a picked time', () => {
  it.each([
    ['comes to the minute inside the window', '2026-10-16T08:10:00Z', '2026-10-16T08:10:00.000Z'],
    ['waits for the next window at night', '2026-10-15T20:00:00Z', '2026-10-16T07:00:00.000Z'],
    ['waits for Monday on a Saturday', '2026-10-17T09:00:00Z', '2026-10-19T07:00:00.000Z'],
  ])('%s', (_, picked, back) => expect(until(new Date(picked), '2026-10-12T07:00:00Z')).toBe(back));

  it.each([
    ['2026-03-29T02:30', 'an hour that does not exist is the one after it', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', 'an hour that exists twice is the first', '2026-10-25T00:30:00.000Z'],
  ])('%s: %s', (local, _, back) => {
    const picked = instantOf(local, allDay);
    expect(picked && until(picked, '2026-03-01T00:00:00Z', allDay)).toBe(back);
  });
});

it('never comes before now, whatever the choice and the minute', () => {
  for (let minutes = 0; minutes < 8 * 24 * 60; minutes += 47) {
    const now = new Date(Date.UTC(2026, 9, 21, 22, minutes));
    for (const to of snoozeKinds) expect(snoozedUntil(to, now, berlin) > now).toBe(true);
  }
});

describe('when, in words', () => {
  const monday = new Date('2026-10-12T12:34:00Z');
  const read = (text: string, language: string | null = null) =>
    readSnooze(text, monday, berlin, language)?.toISOString() ?? null;

  it.each([
    ['in two weeks', 'en', '2026-10-26T08:00:00.000Z'],
    ['через 3 дня', 'ru', '2026-10-15T07:00:00.000Z'],
    ['in 3 Tagen', 'de', '2026-10-15T07:00:00.000Z'],
    ['en 2 semanas', 'es', '2026-10-26T08:00:00.000Z'],
    ['em 2 dias', 'pt-BR', '2026-10-14T07:00:00.000Z'],
  ])('“%s” is a day, so it is its reminder hour', (text, language, at) =>
    expect(read(text, language)).toBe(at),
  );

  it('hours keep their minute', () => expect(read('in 3 hours')).toBe('2026-10-12T15:34:00.000Z'));

  it.each(['', ' ', 'whenever', '42', 'x'.repeat(5000), '\u0000', '🙂'])('“%s” is not understood', (text) =>
    expect(read(text)).toBeNull(),
  );
});
