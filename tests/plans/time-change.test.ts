import { describe, expect, it } from 'vitest';
import { changedTime } from '../../server/plans/time-change.ts';
import { type PersonTime, usualWeek } from '../../server/time/person.ts';

const berlin: PersonTime = { ...usualWeek, timeZone: 'Europe/Berlin' };

describe('a change of a person’s time', () => {
  it('leaves what it does not name', () => {
    expect(changedTime(berlin, {})).toEqual({ ok: true, person: berlin });
    expect(changedTime(berlin, { timeZone: undefined, holidays: 'DE' })).toEqual({
      ok: true,
      person: { ...berlin, holidays: 'DE' },
    });
  });

  it.each([
    [{ reminderHour: 7 }, { reminderHour: 7, opens: 7, closes: 18 }],
    [{ reminderHour: 21 }, { reminderHour: 21, opens: 9, closes: 21 }],
    [{ opens: 11 }, { reminderHour: 11, opens: 11, closes: 18 }],
    [
      { opens: 5, closes: 8 },
      { reminderHour: 8, opens: 5, closes: 8 },
    ],
    [
      { opens: 23, closes: 24 },
      { reminderHour: 23, opens: 23, closes: 24 },
    ],
  ])('%j keeps the hour inside the window, and what was chosen wins', (change, person) => {
    expect(changedTime(berlin, change)).toMatchObject({ ok: true, person });
  });

  it('has each working day once, in the order of the week', () => {
    expect(changedTime(berlin, { workingDays: [7, 1, 7, 3] })).toMatchObject({
      person: { workingDays: [1, 3, 7] },
    });
  });

  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'unknown-zone'],
    [{ timeZone: '+02:00' }, 'unknown-zone'],
    [{ timeZone: '' }, 'unknown-zone'],
    [{ opens: 18, closes: 18 }, 'window'],
    [{ closes: 9 }, 'window'],
    [{ opens: 19 }, 'window'],
    [{ opens: -1 }, 'hour'],
    [{ closes: 25 }, 'hour'],
    [{ reminderHour: 24 }, 'hour'],
    [{ reminderHour: 9.5 }, 'hour'],
    [{ reminderHour: Number.NaN }, 'hour'],
    [{ workingDays: [] }, 'no-working-day'],
    [{ workingDays: [0, 8] }, 'no-working-day'],
    [{ holidays: 'XX' }, 'unknown-country'],
    [{ holidays: '' }, 'unknown-country'],
  ])('%j is refused: %s', (change, reason) => {
    expect(changedTime(berlin, change)).toEqual({ ok: false, reason });
  });
});
