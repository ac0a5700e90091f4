import { describe, expect, it } from 'vitest';
import { dueFromTiming, parseTiming } from '../../server/plans/timing.ts';

const MONDAY = new Date('2026-10-12T07:00:00Z');

/** "3 day", or null: short enough to keep a table readable. */
const read = (text: string, language?: string) => {
  const timing = parseTiming(text, language);
  return timing && `${timing.amount} ${timing.unit}`;
};

describe('parseTiming', () => {
  it.each([
    'immediately',
    'Right away',
    'now',
    'Today',
    'same day',
    'Same-day recap',
    'Day 0',
    'Day 0: say hello',
    'D+0',
    'T-0',
    'Send the notes right away',
    'Call them today',
  ])('%j is now', (text) => expect(read(text)).toBe('0 day'));

  it.each([
    ['Day 3', '3 day'],
    ['Day 05', '5 day'],
    ['DAY 3 - call', '3 day'],
    ['Day 3: send the case study', '3 day'],
    ['Second message (Day 4)', '4 day'],
    ['Day 3-5', '3 day'],
    ['Day 3–5', '3 day'],
    ['Day 3—5', '3 day'],
    ['Days 3 - 5', '3 day'],
    ['Day 3 to 5', '3 day'],
    ['Day 2, 6, 9', '2 day'],
    ['Day one', '1 day'],
    ['D+3', '3 day'],
    ['Week 1', '0 week'],
    ['Week 3', '2 week'],
    ['Month 2', '1 month'],
    ['T+7', '7 day'],
    ['T+7 days', '7 day'],
  ])('%j counts from the first day: %s', (text, expected) => expect(read(text)).toBe(expected));

  it.each([
    ['5 days', '5 day'],
    ['5 days later', '5 day'],
    ['after 5 days', '5 day'],
    ['in 5 days', '5 day'],
    ['5 days from now', '5 day'],
    ['Wait 5 more days', '5 day'],
    ['within the next 5 days', '5 day'],
    ['+5 days', '5 day'],
    ['+5_days', '5 day'],
    ['the demo + 2 days', '2 day'],
    ['today + 2 days', '2 day'],
    ['48h', '48 hour'],
    ['in 90 minutes', '90 minute'],
    ['1.5 hours', '90 minute'],
    ['two weeks later', '2 week'],
    ['a week', '1 week'],
    ['a couple of weeks', '2 week'],
    ['twelve days later', '12 day'],
    ['twenty-one days later', '21 day'],
    ['in a fortnight', '2 week'],
    ['in 3 months', '3 month'],
    ['in a year', '12 month'],
    ['2-3 weeks later', '2 week'],
    ['3 or 4 days later', '3 day'],
    ['between 3 and 5 days', '3 day'],
    ['two weeks after the demo', '2 week'],
    ['3 days without an answer', '3 day'],
    ['if they stay silent for now, call in 4 days', '4 day'],
    ['tomorrow', '1 day'],
    ['the day after tomorrow', '2 day'],
    ['next week', '1 week'],
    ['3 business days later', '3 business-day'],
    ['3 weekdays later', '3 business-day'],
    ['within 5 working days', '5 business-day'],
  ])('%j is a span: %s', (text, expected) => expect(read(text)).toBe(expected));

  it('matches whole words only', () => {
    expect(read('once you know they replied, 5 days later')).toBe('5 day');
    expect(read('Acknowledge within 4 days')).toBe('4 day');
    expect(read('Update the snowboard')).toBeNull();
    expect(read("Today's agenda in 3 days")).toBe('3 day');
  });

  it.each([
    '',
    '   ',
    'after the meeting',
    'Day',
    'Day 99999999',
    'in 400 months',
    '1.5 weeks',
    '1,000 days',
    'half a day later',
    'a week and a half later',
    '3½ weeks later',
    '90 days before contract expiration',
    'Day 3 before the launch',
    'T-3 days',
    'D-7',
    '-3 days',
    '12 days ago',
    '2 hrs/day',
    '5 days a week',
    'every other week',
    'every 3 days',
    'twice a week',
    '3 daily touches',
    '30 Minute Meeting',
    'after a 30-day trial',
    'after 30-day trials',
    'after 14 day trials',
    'in 5 hours/week',
    'for 2 weeks after launch',
    'the last 3 days',
    'not within 3 days',
    'not now',
    'until tomorrow',
    'immediately after they reply',
    '1 day 3 hours later',
    '1 week + 2 days',
    '2 weeks to 2 days',
    '2 days after Day 7',
    'Day 2 + 3 days',
    'Touch 2 - 3 days later',
    'two hundred days later',
    'in two weeks on Friday',
    'late next week',
    '2026-03-04',
    '12.02.2026',
    '14:30',
    '24/7',
  ])('%j is not understood, and not guessed', (text) => expect(read(text)).toBeNull());

  it.each([
    ['ru', 'Через 3 дня', '3 day'],
    ['ru', 'через неделю', '1 week'],
    ['ru', 'День 3', '3 day'],
    ['ru', 'в течение 5 рабочих дней', '5 business-day'],
    ['ru', 'сегодня', '0 day'],
    ['ru', '3 дня назад', null],
    ['ru', 'за 3 дня до встречи', null],
    ['ru', 'каждые 2 недели', null],
    ['de', 'in 2 Wochen', '2 week'],
    ['de', 'Tag 3', '3 day'],
    ['de', 'zwei Tage nach der Demo', '2 day'],
    ['de', '3 bis 5 Tage später', '3 day'],
    ['de', 'übermorgen', '2 day'],
    ['de', 'sofort', '0 day'],
    ['de', 'vor 3 Tagen', null],
    ['de', 'alle 2 Wochen', null],
    ['es', 'en 3 días', '3 day'],
    ['es', 'Día 3', '3 day'],
    ['es', 'once días después', '11 day'],
    ['es', 'de 3 a 5 días después', '3 day'],
    ['es', 'en 5 días hábiles', '5 business-day'],
    ['es', 'una semana después de la demo', '1 week'],
    ['es', 'el día 15', null],
    ['es', 'en un mes y medio', null],
    ['es', 'hace 3 días', null],
    ['es', 'por la mañana', null],
    ['pt', 'em 3 dias', '3 day'],
    ['pt-BR', 'Dia 3', '3 day'],
    ['pt', 'D+3', '3 day'],
    ['pt', 'duas semanas depois', '2 week'],
    ['pt', 'no dia seguinte', '1 day'],
    ['pt', 'no dia 10', null],
    ['pt', 'a cada 3 dias', null],
  ])('%s: %j is %s', (language, text, expected) => expect(read(text, language)).toBe(expected));

  it('reads every language whoever asks, and asks the language only about words that exist in two', () => {
    expect(read('через 3 дня', 'en')).toBe('3 day');
    expect(read('in 3 days', 'ru')).toBe('3 day');
    expect(read('in 2 Wochen', 'xx')).toBe('2 week');
    expect(read('once días después', 'en')).toBeNull();
  });
});

describe('dueFromTiming', () => {
  const due = (text: string, base: string, timeZone?: string) =>
    dueFromTiming(text, new Date(base), { timeZone })?.toISOString().replace('.000', '');

  it.each([
    ['Day 3', '2026-10-15T07:00:00Z'],
    ['right away', '2026-10-12T07:00:00Z'],
    ['2 weeks later', '2026-10-26T07:00:00Z'],
    ['in 3 months', '2027-01-12T07:00:00Z'],
    ['in 90 minutes', '2026-10-12T08:30:00Z'],
  ])('%j from Monday 12 October is %s', (text, expected) => {
    expect(due(text, '2026-10-12T07:00:00Z')).toBe(expected);
  });

  it('ends a month on its last day', () => {
    expect(due('in a month', '2026-01-31T10:00:00Z')).toBe('2026-02-28T10:00:00Z');
  });

  // In 2026 Berlin's clocks go forward on 29 March and back on 25 October, New York's on 8 March and 1 November.
  it.each([
    ['1 day later', '2026-10-24T07:00:00Z', 'Europe/Berlin', '2026-10-25T08:00:00Z'],
    ['24 hours later', '2026-10-24T07:00:00Z', 'Europe/Berlin', '2026-10-25T07:00:00Z'],
    ['1 day later', '2026-03-28T08:00:00Z', 'Europe/Berlin', '2026-03-29T07:00:00Z'],
    ['24 hours later', '2026-03-28T08:00:00Z', 'Europe/Berlin', '2026-03-29T08:00:00Z'],
    ['2 weeks later', '2026-10-20T07:00:00Z', 'Europe/Berlin', '2026-11-03T08:00:00Z'],
    ['1 day later', '2026-10-31T13:00:00Z', 'America/New_York', '2026-11-01T14:00:00Z'],
    ['1 day later', '2026-03-07T14:00:00Z', 'America/New_York', '2026-03-08T13:00:00Z'],
    ['in a month', '2026-02-20T14:00:00Z', 'America/New_York', '2026-03-20T13:00:00Z'],
  ])('%j from %s in %s is %s', (text, base, zone, expected) => expect(due(text, base, zone)).toBe(expected));

  it('moves a wall time that the clocks skip forward, and keeps "now" in a doubled hour', () => {
    expect(due('1 day later', '2026-03-28T01:30:00Z', 'Europe/Berlin')).toBe('2026-03-29T01:30:00Z');
    expect(due('now', '2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe('2026-10-25T01:30:00Z');
  });

  it('counts the day where the person is', () => {
    // 23:30Z on Friday is Saturday morning in Kolkata; the next business day there is Monday the 19th.
    expect(due('1 business day', '2026-10-16T23:30:00Z', 'Asia/Kolkata')).toBe('2026-10-18T23:30:00Z');
    expect(due('1 business day', '2026-10-16T23:30:00Z', 'UTC')).toBe('2026-10-19T23:30:00Z');
  });

  it.each([
    ['Mon 12', '2026-10-12', '1 business day', '2026-10-13'],
    ['Mon 12', '2026-10-12', '5 business days', '2026-10-19'],
    ['Thu 15', '2026-10-15', '3 business days', '2026-10-20'],
    ['Fri 16', '2026-10-16', '6 business days', '2026-10-26'],
    ['Sat 17', '2026-10-17', '1 business day', '2026-10-19'],
    ['Sat 17', '2026-10-17', '5 business days', '2026-10-23'],
    ['Sun 18', '2026-10-18', '10 business days', '2026-10-30'],
    ['Sun 18', '2026-10-18', '0 business days', '2026-10-18'],
  ])('from %s (%s), %s is %s', (_, day, text, expected) => {
    expect(due(text, `${day}T09:00:00Z`)).toBe(`${expected}T09:00:00Z`);
  });

  it('answers null to a date or a zone that does not exist', () => {
    expect(dueFromTiming('Day 3', new Date(Number.NaN))).toBeNull();
    expect(dueFromTiming('Day 3', MONDAY, { timeZone: 'Mars/Olympus' })).toBeNull();
    expect(dueFromTiming('Day 3', new Date(8.64e15))).toBeNull();
  });
});

describe('whatever the text', () => {
  /** A small generator with a fixed seed (Park and Miller), so that a failure can be repeated. */
  function* randomNumbers(seed: number) {
    for (let state = seed; ; ) {
      state = (state * 48271) % 2147483647;
      yield state;
    }
  }
  const scraps =
    'day days week month h 3 05 1.5 3-5 12 a one twenty in after later from before ago every not now today next tomorrow + - – / , . ( ) _ T D через неделю дня Tag nach en días em D+3 🚀 مرحبا \u0301 \ud800 * $ \n 99999999999'.split(
      ' ',
    );

  it('never throws and never answers a date before the base', () => {
    const random = randomNumbers(2026);
    const pick = (below: number) => (random.next().value ?? 0) % below;
    let understood = 0;
    for (let round = 0; round < 5000; round++) {
      const words = Array.from({ length: 1 + pick(6) }, () => scraps[pick(scraps.length)]);
      const text = words.join(pick(2) ? ' ' : '');
      const due = dueFromTiming(text, MONDAY, { timeZone: 'Europe/Berlin' });
      if (due) understood++;
      expect(due === null || due.getTime() >= MONDAY.getTime(), JSON.stringify(text)).toBe(true);
    }
    expect(understood).toBeGreaterThan(100);
  });

  it.each(['1', '1-', 'a', "a'", 'day ', '3 the ', '3 to ', 'one ', '-', '\u0301\u0316', '🚀', '(', ' '])(
    'a text of 200,000 characters made of %j returns',
    (scrap) => expect(read(scrap.repeat(200_000 / scrap.length))).toBeNull(),
  );

  it('finds a timing at the end of a long text', () => {
    expect(read(`${'word '.repeat(40_000)}3 days later`)).toBe('3 day');
  });
});
