import { describe, expect, it } from 'vitest';
import { explainDue } from '../../server/plans/explain.ts';
import { pickedDue, scheduleStep } from '../../server/plans/schedule.ts';
import { monday } from '../support/people.ts';

const person = { timeZone: 'Europe/Berlin', reminderHour: 9 };
const why = (step: { delayDays: number | null; timing: string }, { index = 0, base = monday } = {}) =>
  explainDue({ ...step, ...scheduleStep(step, index, base, person) }, base);
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

  it('gives a picked time back', () => {
    const picked = pickedDue('2026-10-17T20:15', person);
    expect(picked && explainDue({ delayDays: 3, timing: 'Day 3', ...picked }, monday)).toBe(
      'You picked this time, Sat 17 Oct, 20:15 (Europe/Berlin).',
    );
  });
});
