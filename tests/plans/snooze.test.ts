import { describe, expect, it } from 'vitest';
import { type SnoozeLength, snoozedUntil } from '../../server/plans/snooze.ts';

const snoozed = (length: SnoozeLength, now: string, { timeZone = 'Europe/Berlin', reminderHour = 9 } = {}) =>
  snoozedUntil(length, new Date(now), { timeZone, reminderHour }).toISOString();

describe('a reminder snoozed for an hour', () => {
  it.each([
    ['comes back an hour later, to the minute', '2026-10-12T07:25:00Z', '2026-10-12T08:25:00.000Z'],
    ['may come at the last minute of the window', '2026-10-12T15:00:00Z', '2026-10-12T16:00:00.000Z'],
    ['waits for the morning when the day ends', '2026-10-12T15:30:00Z', '2026-10-13T07:00:00.000Z'],
    ['waits for Monday when the week ends', '2026-10-16T15:30:00Z', '2026-10-19T07:00:00.000Z'],
    ['waits for the window when it is night', '2026-10-12T01:00:00Z', '2026-10-12T07:00:00.000Z'],
  ])('%s', (_, now, until) => expect(snoozed('1h', now)).toBe(until));
});

describe('a reminder snoozed for days', () => {
  it.each([
    ['1d', 'comes tomorrow at the reminder hour', '2026-10-12T13:40:00Z', '2026-10-13T07:00:00.000Z'],
    ['1d', 'means tomorrow, even early in the morning', '2026-10-12T00:10:00Z', '2026-10-13T07:00:00.000Z'],
    ['1d', 'on Friday comes on Monday', '2026-10-16T09:00:00Z', '2026-10-19T07:00:00.000Z'],
    ['3d', 'comes three days later', '2026-10-12T13:40:00Z', '2026-10-15T07:00:00.000Z'],
    ['3d', 'rolls over the weekend', '2026-10-14T13:40:00Z', '2026-10-19T07:00:00.000Z'],
    ['1w', 'comes on the same weekday', '2026-10-13T13:40:00Z', '2026-10-20T07:00:00.000Z'],
    ['1w', 'keeps the wall time when the clocks change', '2026-10-20T13:40:00Z', '2026-10-27T08:00:00.000Z'],
  ] as const)('(%s) %s', (length, _, now, until) => expect(snoozed(length, now)).toBe(until));

  it('means the day where the person is', () => {
    const now = '2026-10-13T01:00:00Z';
    expect(snoozed('1d', now, { timeZone: 'America/New_York' })).toBe('2026-10-13T13:00:00.000Z');
    expect(snoozed('1d', now, { timeZone: 'Australia/Sydney' })).toBe('2026-10-13T22:00:00.000Z');
  });

  it('comes at the hour the person chose', () => {
    expect(snoozed('1d', '2026-10-12T13:40:00Z', { reminderHour: 20 })).toBe('2026-10-13T18:00:00.000Z');
  });

  it('comes at two on Monday although the Sunday between had no two', () => {
    expect(snoozed('1d', '2026-03-28T12:00:00Z', { reminderHour: 2 })).toBe('2026-03-30T00:00:00.000Z');
  });
});
