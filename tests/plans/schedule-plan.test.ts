import { describe, expect, it } from 'vitest';
import { explainDue } from '../../server/plans/explain.ts';
import { schedulePlan } from '../../server/plans/schedule.ts';
import { usualWeek } from '../../server/time/person.ts';

const berlin = { ...usualWeek, timeZone: 'Europe/Berlin', reminderHour: 9 };
/** Friday, 16 October 2026, 20:00 in Berlin. */
const fridayNight = new Date('2026-10-16T18:00:00Z');
const monday = new Date('2026-10-12T07:00:00Z');
const plan = (days: number[], base: Date) =>
  schedulePlan(
    days.map((delayDays) => ({ delayDays, timing: '' })),
    { start: base, previous: null, events: {} },
    berlin,
  );
const dates = (days: number[], base: Date) => plan(days, base).map((step) => step.dueLocal);

describe('the dates of a whole plan', () => {
  it('are those of its steps when no two come together', () => {
    expect(dates([0, 3, 7, 14], monday)).toEqual([
      '2026-10-12T09:00',
      '2026-10-15T09:00',
      '2026-10-19T09:00',
      '2026-10-26T09:00',
    ]);
  });

  it('give a step that a weekend brings onto the one before it the next working day', () => {
    expect(dates([0, 2, 3, 6], fridayNight)).toEqual([
      '2026-10-19T09:00',
      '2026-10-20T09:00',
      '2026-10-21T09:00',
      '2026-10-22T09:00',
    ]);
  });

  it('leave together what was meant for the same day', () => {
    expect(dates([3, 3], monday)).toEqual(['2026-10-15T09:00', '2026-10-15T09:00']);
  });

  it('say why a step follows the one before it', () => {
    const [, second] = plan([0, 2], fridayNight);
    expect(second && explainDue(second, berlin)).toBe(
      'Day 2 from Fri 16 Oct is Sun 18 Oct, a weekend, so Mon 19 Oct, moved to Tue 20 Oct to follow the step before; ' +
        '09:00 is your reminder hour (Europe/Berlin).',
    );
  });

  it('hold over the end of summer time', () => {
    const [, , last] = plan([0, 5, 10], new Date('2026-10-16T07:00:00Z'));
    expect(last?.dueAt?.toISOString()).toBe('2026-10-26T08:00:00.000Z');
  });
});
