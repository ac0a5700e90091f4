import { describe, expect, it } from 'vitest';
import { type BriefingKind, nextBriefingAt } from '../../server/briefings/next.ts';
import { type PersonTime, usualWeek } from '../../server/time/person.ts';

const berlin: PersonTime = { ...usualWeek, timeZone: 'Europe/Berlin' };
const next = (kind: BriefingKind, hour: number, now: string, person: Partial<PersonTime> = {}) =>
  nextBriefingAt(kind, hour, new Date(now), { ...berlin, ...person }).toISOString();

describe('the morning and the evening briefing', () => {
  it.each([
    ['later today', '2026-10-12T05:00:00Z', '2026-10-12T06:00:00.000Z'],
    ['tomorrow once the hour has come', '2026-10-12T06:00:00Z', '2026-10-13T06:00:00.000Z'],
    ['on Monday after Friday', '2026-10-16T06:00:00Z', '2026-10-19T06:00:00.000Z'],
    ['at the same hour when the clocks go back', '2026-10-23T07:00:00Z', '2026-10-26T07:00:00.000Z'],
  ])('comes %s', (_, now, expected) => expect(next('morning', 8, now)).toBe(expected));

  it('leaves out public holidays and other days off', () => {
    const person = { holidays: 'DE', workingDays: [1, 4, 5] };
    expect(next('evening', 18, '2026-12-24T17:30:00Z', person)).toBe('2026-12-28T17:00:00.000Z');
  });

  it('comes after the jump at an hour that the clocks jump over', () => {
    const person = { workingDays: [7] };
    expect(next('morning', 2, '2027-03-27T12:00:00Z', person)).toBe('2027-03-28T01:00:00.000Z');
    expect(next('morning', 2, '2027-03-28T12:00:00Z', person)).toBe('2027-04-04T00:00:00.000Z');
  });
});

describe('the week ahead', () => {
  it('is told on Sunday, a day off or not', () => {
    expect(next('weekly', 18, '2026-10-12T07:00:00Z')).toBe('2026-10-18T16:00:00.000Z');
    expect(next('weekly', 18, '2026-10-18T16:00:00Z')).toBe('2026-10-25T17:00:00.000Z');
  });
});

describe('an absence', () => {
  const away = { from: '2026-10-13', until: '2026-10-18' };
  it('is free of every briefing', () => {
    expect(next('morning', 8, '2026-10-12T07:00:00Z', { away })).toBe('2026-10-19T06:00:00.000Z');
    expect(next('weekly', 18, '2026-10-12T07:00:00Z', { away })).toBe('2026-10-25T17:00:00.000Z');
  });

  it('may be as long as it likes', () => {
    const years = { away: { from: '2026-10-13', until: '2036-10-12' } };
    expect(next('morning', 8, '2026-10-12T07:00:00Z', years)).toBe('2036-10-13T06:00:00.000Z');
  });
});
