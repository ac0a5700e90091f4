import { describe, expect, it } from 'vitest';
import { fromLocal, inZone, isTimeZone, toDate, toLocal } from '../../server/time/wall-time.ts';

describe('a time zone', () => {
  it.each(['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC', 'Etc/GMT+5'])(
    'is %s',
    (zone) => expect(isTimeZone(zone)).toBe(true),
  );

  it.each([
    '',
    ' ',
    'Mars/Olympus',
    'Berlin',
    '+02:00',
    '-05',
    'Z',
    'UTC+2',
    '2026-10-12T09:00Z',
    '2026-10-12T09:00[Europe/Berlin]',
    ' Europe/Berlin',
    'Europe/Berlin\n',
    'Europe/../Berlin',
    "'; drop table users; --",
    'Европа/Берлин',
    '🕘',
    'x'.repeat(10_000),
  ])('is not %j', (junk) => expect(isTimeZone(junk)).toBe(false));
});

describe('a wall time in a zone', () => {
  const instant = (local: string, zone: string) => {
    const time = fromLocal(local, zone);
    return time && toDate(time).toISOString();
  };

  it.each([
    ['2026-10-23T09:00', 'Europe/Berlin', '2026-10-23T07:00:00.000Z'],
    ['2026-10-26T09:00', 'Europe/Berlin', '2026-10-26T08:00:00.000Z'],
    ['2026-10-12T09:00', 'America/New_York', '2026-10-12T13:00:00.000Z'],
    ['2026-10-12T09:00', 'Asia/Kolkata', '2026-10-12T03:30:00.000Z'],
    ['2026-10-12T09:00', 'Australia/Lord_Howe', '2026-10-11T22:00:00.000Z'],
    ['2026-07-12T09:00', 'Australia/Lord_Howe', '2026-07-11T22:30:00.000Z'],
  ])('%s in %s', (local, zone, expected) => expect(instant(local, zone)).toBe(expected));

  it('that the clocks jump over moves forward by the gap', () => {
    expect(instant('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z');
    expect(instant('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
    expect(instant('2026-10-04T02:15', 'Australia/Lord_Howe')).toBe('2026-10-03T15:45:00.000Z');
  });

  it('that exists twice is the first of the two', () => {
    expect(instant('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
    expect(instant('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
    expect(instant('2026-04-05T01:45', 'Australia/Lord_Howe')).toBe('2026-04-04T14:45:00.000Z');
  });

  it.each([
    '',
    'soon',
    '2026-02-30T09:00',
    '2026-13-01T09:00',
    '2026-10-12T25:00',
    '2026-10-12T09:00Z',
    '9:00',
  ])('is not %j', (junk) => expect(fromLocal(junk, 'Europe/Berlin')).toBeNull());

  it('comes back as it was written', () => {
    const time = fromLocal('2026-10-12T09:00', 'Asia/Kolkata');
    expect(time && toLocal(inZone(toDate(time), 'Asia/Kolkata'))).toBe('2026-10-12T09:00');
  });
});
