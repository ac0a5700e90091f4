import { describe, expect, it } from 'vitest';
import type { StepMove } from '../../server/db/stored-json.ts';
import { explainDue } from '../../server/plans/explain.ts';
import { pickedDue, scheduleStep } from '../../server/plans/schedule.ts';
import { type PersonTime, usualWeek } from '../../server/time/person.ts';
import { monday } from '../support/people.ts';
import { later } from '../support/rows.ts';

const person: PersonTime = { ...usualWeek, timeZone: 'Europe/Berlin', reminderHour: 9 };
const why = (
  step: { delayDays: number | null; timing: string },
  { index = 0, base = monday, of = person }: { index?: number; base?: Date; of?: PersonTime } = {},
) =>
  explainDue({ ...step, ...scheduleStep(step, index, { start: base, previous: null, events: {} }, of) }, of);

/** Day 3 after these moves. */
function moved(move: Omit<StepMove, 'title'> & { title?: string }, of: PersonTime = person): string {
  const due = scheduleStep(days(3), 0, { start: monday, previous: null, events: {} }, person);
  return explainDue({ ...days(3), ...due, moves: [{ title: 'Send deck', ...move }] }, of);
}

const days = (delayDays: number) => ({ delayDays, timing: '' });
const words = (timing: string) => ({ delayDays: null, timing });

describe('why then?', () => {
  it('says what the date was counted from, and whose hour it is', () => {
    expect(why(days(3))).toBe(
      'Day 3 from Mon 12 Oct is Thu 15 Oct; 09:00 is your reminder hour (Europe/Berlin).',
    );
  });

  it('quotes the timing that decided', () => {
    expect(why(words('one week later'))).toBe(
      '“one week later” from Mon 12 Oct is Mon 19 Oct; 09:00 is your reminder hour (Europe/Berlin).',
    );
  });

  it('says that a weekend was moved, and where to', () => {
    expect(why(days(6))).toBe(
      'Day 6 from Mon 12 Oct is Sun 18 Oct, a weekend, so Mon 19 Oct; ' +
        '09:00 is your reminder hour (Europe/Berlin).',
    );
  });

  it('names the year when it is another one', () => {
    expect(why(days(90))).toContain('is Sun 10 Jan 2027, a weekend, so Mon 11 Jan 2027');
  });

  it.each([
    [0, 'Day 3 from Mon 12 Oct is Thu 15 Oct;'],
    [1, 'Day 6 from Mon 12 Oct is Sun 18 Oct, a weekend, so Mon 19 Oct;'],
    [3, 'Day 12 from Mon 12 Oct is Sat 24 Oct, a weekend, so Mon 26 Oct;'],
    [9, 'Day 30 from Mon 12 Oct is Wed 11 Nov;'],
  ])('admits that nobody gave a timing (place %i)', (index, counted) => {
    expect(why(words('soonish'), { index })).toContain(`Without a timing, 3 days a step: ${counted}`);
  });

  it('does not speak of the reminder hour where the hour was meant', () => {
    expect(why(words('in 2 hours'))).toBe('“in 2 hours” is Mon 12 Oct, 11:00 (Europe/Berlin).');
  });

  it.each([
    ['early', '2026-10-12T03:00:00Z', 'Mon 12 Oct, 05:00, outside your hours, so Mon 12 Oct, 09:00'],
    ['late', '2026-10-12T19:00:00Z', 'Mon 12 Oct, 21:00, outside your hours, so Tue 13 Oct, 09:00'],
    ['on a Saturday', '2026-10-17T10:00:00Z', 'Sat 17 Oct, 12:00, outside your hours, so Mon 19 Oct, 09:00'],
  ])('says that "today" was moved when it was said %s', (_, base, moved) => {
    expect(why(days(0), { base: new Date(base) })).toBe(`Day 0 is ${moved} (Europe/Berlin).`);
  });

  it.each<[string, string, string]>([
    [
      'the step before',
      'two days after the previous step',
      'from the step before, Wed 14 Oct, is Fri 16 Oct;',
    ],
    [
      'an event',
      'two days after the demo',
      'from the demo on Thu 15 Oct is Sat 17 Oct, a weekend, so Mon 19 Oct;',
    ],
  ])('names what it was counted from: %s', (_, timing, counted) => {
    const bases = { start: monday, previous: later({ days: 2 }), events: { demo: '2026-10-15T14:00' } };
    const step = words(timing);
    expect(explainDue({ ...step, ...scheduleStep(step, 1, bases, person) }, person)).toContain(counted);
  });

  it('says what it waits for while nobody gave the event a date', () => {
    expect(why(words('2 weeks after the demo'))).toBe(
      '“2 weeks after the demo” waits for the demo: it has no date yet.',
    );
  });

  it('names the public holiday that was moved off', () => {
    const german = { ...person, holidays: 'DE' };
    const christmas = new Date('2026-12-22T08:00:00Z');
    expect(why(days(3), { base: christmas, of: german })).toMatch(
      /^Day 3 from Tue 22 Dec is Fri 25 Dec, [^,]*Christmas[^,]*, so Mon 28 Dec; 09:00/,
    );
  });

  it('does not take an absence for a reason by itself: its moves are', () => {
    const away = { ...person, away: { from: '2026-10-15', until: '2026-10-16' } };
    expect(why(days(3), { of: away })).toBe(why(days(3)));
    expect(moved({ by: 2, because: 'away' }, away)).toContain(
      'is Thu 15 Oct, moved to Mon 19 Oct because of your absence;',
    );
  });

  it('gives a picked time back', () => {
    const picked = pickedDue('2026-10-17T20:15', person);
    expect(picked && explainDue({ delayDays: 3, timing: 'Day 3', ...picked }, person)).toBe(
      'You picked this time, Sat 17 Oct, 20:15 (Europe/Berlin).',
    );
  });
});

describe('why then, after it was moved?', () => {
  it.each<[StepMove['because'], string]>([
    ['late', 'because “Send deck” was done late'],
    ['skipped', 'because “Send deck” was skipped late'],
    ['edited', 'because “Send deck” got a later date'],
    ['resumed', 'because the plan was paused'],
    ['order', 'to follow the step before'],
  ])('says where to and why: %s', (because, words) => {
    expect(moved({ by: 3, because })).toBe(
      `Day 3 from Mon 12 Oct is Thu 15 Oct, moved to Tue 20 Oct ${words}; ` +
        '09:00 is your reminder hour (Europe/Berlin).',
    );
  });

  it('follows a step that is gone', () => {
    expect(moved({ by: 1, because: 'skipped', title: '' })).toContain('to follow a step that is gone');
  });

  it('tells the time as well when what was late came at once', () => {
    expect(moved({ by: 0, because: 'late', notBefore: '2026-10-19T10:30' })).toBe(
      'Day 3 from Mon 12 Oct is Thu 15 Oct, moved to Mon 19 Oct, 10:30 because “Send deck” was done late ' +
        '(Europe/Berlin).',
    );
  });

  it('tells several moves as one, each cause once', () => {
    const due = scheduleStep(days(3), 0, { start: monday, previous: null, events: {} }, person);
    const late = { by: 1, because: 'late', title: 'Send deck' } as const;
    const moves = [late, late, { by: 2, because: 'resumed', title: '' } as const];
    expect(explainDue({ ...days(3), ...due, moves }, person)).toContain(
      'moved to Wed 21 Oct because “Send deck” was done late and because the plan was paused;',
    );
  });
});
