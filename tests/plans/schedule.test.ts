import { describe, expect, it } from 'vitest';
import { deriveDue } from '../../server/plans/derive.ts';
import { pickedDue, scheduleStep } from '../../server/plans/schedule.ts';
import { type PersonTime, usualWeek, withReminderHour } from '../../server/time/person.ts';
import { monday } from '../support/people.ts';

const berlin: PersonTime = { ...usualWeek, timeZone: 'Europe/Berlin', reminderHour: 9 };
const days = (delayDays: number) => ({ delayDays, timing: '' });
const words = (timing: string) => ({ delayDays: null, timing });
const due = (
  step: { delayDays: number | null; timing: string },
  { index = 0, base = monday, person = berlin }: { index?: number; base?: Date; person?: PersonTime } = {},
) => ({ ...step, ...scheduleStep(step, index, { start: base, previous: null, events: {} }, person) });
const local = (...input: Parameters<typeof due>) => due(...input).dueLocal;

describe('what says when a step is due', () => {
  it('is delay_days before anything else', () => {
    expect(due({ delayDays: 1, timing: 'in two weeks' }, { index: 5 })).toMatchObject({
      dueSource: 'delay_days',
      dueLocal: '2026-10-13T09:00',
    });
  });

  it('is delay_days even when it is zero', () => {
    expect(due({ delayDays: 0, timing: 'in two weeks' })).toMatchObject({
      dueSource: 'delay_days',
      dueLocal: '2026-10-12T09:00',
    });
  });

  it('is the timing when there are no delay_days', () => {
    expect(due(words('1 week later'), { index: 5 })).toMatchObject({
      dueSource: 'timing',
      dueLocal: '2026-10-19T09:00',
    });
  });

  it.each([
    ['', 0, '2026-10-15T09:00'],
    ['when the stars are right', 0, '2026-10-15T09:00'],
    ['when the stars are right', 2, '2026-10-21T09:00'],
    ['90 days before contract expiration', 3, '2026-10-26T09:00'],
  ])('is (place + 1) x 3 days when the timing %j says nothing, at place %i', (timing, index, expected) => {
    expect(due(words(timing), { index })).toMatchObject({ dueSource: 'default', dueLocal: expected });
  });
});

describe('the cadence contract: a plan of Monday, 12 October 2026, 09:00 in Berlin', () => {
  it.each([
    [0, '2026-10-12T09:00', '2026-10-12T07:00:00.000Z'],
    [3, '2026-10-15T09:00', '2026-10-15T07:00:00.000Z'],
    [7, '2026-10-19T09:00', '2026-10-19T07:00:00.000Z'],
    [11, '2026-10-23T09:00', '2026-10-23T07:00:00.000Z'],
    [14, '2026-10-26T09:00', '2026-10-26T08:00:00.000Z'],
  ])('Day %i is due at %s, which is %s', (day, dueLocal, instant) => {
    const placed = due(days(day));
    expect(placed).toMatchObject({ dueLocal, timeZone: 'Europe/Berlin' });
    expect(placed.dueAt?.toISOString()).toBe(instant);
  });

  it.each([
    ['Saturday', 5],
    ['Sunday', 6],
  ])('a step that falls on a %s comes on Monday at the same hour', (_, day) => {
    expect(local(days(day))).toBe('2026-10-19T09:00');
  });

  it('keeps the order of steps that share a weekend', () => {
    const dates = [4, 5, 6, 7, 8].map((day) => due(days(day)).dueAt?.getTime() ?? 0);
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
  });
});

describe('Day 0', () => {
  it.each([
    ['inside the window is at once', '2026-10-12T11:42:00Z', '2026-10-12T13:42'],
    ['before the window waits for it', '2026-10-12T03:00:00Z', '2026-10-12T09:00'],
    ['in the evening is next morning', '2026-10-12T20:00:00Z', '2026-10-13T09:00'],
    ['on Friday night is Monday morning', '2026-10-16T20:00:00Z', '2026-10-19T09:00'],
    ['on a Saturday is Monday morning', '2026-10-17T10:00:00Z', '2026-10-19T09:00'],
  ])('%s', (_, base, expected) => expect(local(days(0), { base: new Date(base) })).toBe(expected));
});

describe('a timing in hours', () => {
  it('keeps its hour inside the window', () => {
    expect(due(words('in 2 hours'), { base: new Date('2026-10-12T08:10:00Z') })).toMatchObject({
      keepsHour: true,
      dueLocal: '2026-10-12T12:10',
    });
  });

  it('waits for the next window when it ends outside', () => {
    expect(local(words('in 8 hours'), { base: new Date('2026-10-12T12:00:00Z') })).toBe('2026-10-13T09:00');
  });

  it('leaves the hour to the person when it is in days', () => {
    expect(due(words('3 days later'))).toMatchObject({ keepsHour: false });
  });
});

describe('wherever the person is', () => {
  it.each([
    ['America/New_York', '2026-10-29T13:00:00.000Z', '2026-11-05T14:00:00.000Z'],
    ['Asia/Kolkata', '2026-10-29T03:30:00.000Z', '2026-11-05T03:30:00.000Z'],
    ['Australia/Sydney', '2026-10-28T22:00:00.000Z', '2026-11-04T22:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-28T22:00:00.000Z', '2026-11-04T22:00:00.000Z'],
    ['UTC', '2026-10-29T09:00:00.000Z', '2026-11-05T09:00:00.000Z'],
  ])('in %s it is nine in the morning there', (timeZone, first, second) => {
    const person = { ...usualWeek, timeZone, reminderHour: 9 };
    expect(due(days(17), { person })).toMatchObject({ dueLocal: '2026-10-29T09:00', dueAt: new Date(first) });
    expect(due(days(24), { person })).toMatchObject({
      dueLocal: '2026-11-05T09:00',
      dueAt: new Date(second),
    });
  });

  it('counts from the day it is there', () => {
    const base = new Date('2026-10-13T23:30:00Z');
    const inZone = (timeZone: string) =>
      local(days(1), { base, person: { ...usualWeek, timeZone, reminderHour: 9 } });
    expect(inZone('America/New_York')).toBe('2026-10-14T09:00');
    expect(inZone('Australia/Sydney')).toBe('2026-10-15T09:00');
  });

  it.each([
    ['Australia/Sydney', '2026-10-02T00:00:00Z', 4, '2026-10-06T09:00', '2026-10-05T22:00:00.000Z'],
    ['Australia/Lord_Howe', '2026-04-03T00:00:00Z', 3, '2026-04-06T09:00', '2026-04-05T22:30:00.000Z'],
    ['America/New_York', '2026-03-06T15:00:00Z', 3, '2026-03-09T09:00', '2026-03-09T13:00:00.000Z'],
  ])('in %s the wall time holds over a change', (timeZone, base, day, dueLocal, instant) => {
    const placed = due(days(day), {
      base: new Date(base),
      person: { ...usualWeek, timeZone, reminderHour: 9 },
    });
    expect(placed).toMatchObject({ dueLocal, dueAt: new Date(instant) });
  });

  it('comes at two on Monday when Sunday, which the clocks left without a two, rolls over', () => {
    const person = withReminderHour(berlin, 2);
    const friday = new Date('2026-03-27T09:00:00Z');
    expect(local(days(2), { base: friday, person })).toBe('2026-03-30T02:00');
  });

  it('comes once, at the first of two, when the hour exists twice', () => {
    const person = withReminderHour({ ...usualWeek, timeZone: 'Africa/Cairo' }, 23);
    const placed = due(days(1), { base: new Date('2026-10-28T10:00:00Z'), person });
    expect(placed).toMatchObject({ dueLocal: '2026-10-29T23:00', dueAt: new Date('2026-10-29T20:00:00Z') });
  });

  it('comes as soon as there is an hour when the hour does not exist', () => {
    const person = withReminderHour({ ...usualWeek, timeZone: 'Africa/Cairo' }, 0);
    const placed = due(days(1), { base: new Date('2026-04-23T10:00:00Z'), person });
    expect(placed).toMatchObject({ dueLocal: '2026-04-24T01:00', dueAt: new Date('2026-04-23T22:00:00Z') });
  });
});

describe('after the person moved or chose another hour', () => {
  const newYork = { ...usualWeek, timeZone: 'America/New_York', reminderHour: 9 };

  it('a step keeps its wall time in the new zone', () => {
    expect(deriveDue(due(days(3)), newYork)).toMatchObject({
      dueLocal: '2026-10-15T09:00',
      timeZone: 'America/New_York',
      dueAt: new Date('2026-10-15T13:00:00Z'),
    });
  });

  it('a step counted in days takes the new hour', () => {
    expect(deriveDue(due(days(3)), withReminderHour(berlin, 16)).dueLocal).toBe('2026-10-15T16:00');
  });

  it('a picked moment keeps its hour', () => {
    const picked = pickedDue('2026-10-17T20:15', berlin);
    expect(picked && deriveDue({ ...days(3), ...picked }, withReminderHour(newYork, 16))).toMatchObject({
      dueLocal: '2026-10-17T20:15',
      dueAt: new Date('2026-10-18T00:15:00Z'),
    });
  });

  it('changing there and back changes nothing', () => {
    const step = due(days(14));
    const there = { ...step, ...deriveDue(step, newYork) };
    expect({ ...there, ...deriveDue(there, berlin) }).toEqual(step);
  });
});

describe('a moment the person picked', () => {
  it('is taken as it is, weekends and nights included', () => {
    expect(pickedDue('2026-10-18T23:15', berlin)).toEqual({
      dueSource: 'person',
      anchor: 'pinned',
      spacingDays: null,
      keepsHour: true,
      countedFrom: null,
      moves: [],
      dueLocal: '2026-10-18T23:15',
      timeZone: 'Europe/Berlin',
      dueAt: new Date('2026-10-18T21:15:00Z'),
    });
  });

  it('that the clocks skip is stored as the time it becomes', () => {
    expect(pickedDue('2026-03-29T02:30', berlin)).toMatchObject({ dueLocal: '2026-03-29T03:30' });
  });

  it.each(['', 'tomorrow', '2026-02-30T09:00', '2026-10-12T24:30', '999999-01-01T09:00'])(
    'is none when it reads %j',
    (junk) => expect(pickedDue(junk, berlin)).toBeNull(),
  );
});
