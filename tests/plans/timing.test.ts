import { describe, expect, it } from 'vitest';
import { parseTiming } from '../../server/plans/timing.ts';
import { wordsOf as read } from './timing-words.ts';

describe('parseTiming reads a delay', () => {
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
    'immediately after signup',
    'before tomorrow',
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
    ['Day 3/5/7', '3 day'],
    ['Day one', '1 day'],
    ['on the third day', '3 day'],
    ['D+3', '3 day'],
    ['Week 1', '0 week'],
    ['Week 3', '2 week'],
    ['Week 2, Day 3', '10 day'],
    ['Month 2', '1 month'],
    ['end of month 2', '2 month'],
    ['T+7', '7 day'],
    ['T+7 days', '7 day'],
    ['H+24', '24 hour'],
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
    ['Reactivation 30d', '30 day'],
    ['30-day check-in', '30 day'],
    ['48h', '48 hour'],
    ['24h-48h', '24 hour'],
    ['in 90 minutes', '90 minute'],
    ['1.5 hours', '90 minute'],
    ['an hour and a half later', '90 minute'],
    ['in half an hour', '30 minute'],
    ['within 4 business hours', '4 hour'],
    ['two weeks later', '2 week'],
    ['a week', '1 week'],
    ['the week after the demo', '1 week'],
    ['a couple of weeks', '2 week'],
    ['in a few days', '3 day'],
    ['twelve days later', '12 day'],
    ['twenty-one days later', '21 day'],
    ['in a fortnight', '2 week'],
    ['in 3 months', '3 month'],
    ['in a year', '12 month'],
    ['half a year later', '6 month'],
    ['2-3 weeks later', '2 week'],
    ['3 or 4 days later', '3 day'],
    ['two-three days later', '2 day'],
    ['3 hours later today', '3 hour'],
    ['через два-три дня', '2 day'],
    ['between 3 and 5 days', '3 day'],
    ['two weeks after the demo', '2 week'],
    ['3 days without an answer', '3 day'],
    ['no reply for 3 days', '3 day'],
    ['5 days silent', '5 day'],
    ['if they stay silent for now, call in 4 days', '4 day'],
    ['tomorrow', '1 day'],
    ['the day after tomorrow', '2 day'],
    ['next month', '1 month'],
    ['3 business days later', '3 business-day'],
    ['3 weekdays later', '3 business-day'],
    ['within 5 working days', '5 business-day'],
    ['the next business day', '1 business-day'],
  ])('%j is a span: %s', (text, expected) => expect(read(text)).toBe(expected));

  it('matches whole words only', () => {
    expect(read('once you know they replied, 5 days later')).toBe('5 day');
    expect(read('Acknowledge within 4 days')).toBe('4 day');
    expect(read('Update the snowboard')).toBeNull();
    expect(read("Today's agenda in 3 days")).toBe('3 day');
  });

  it('reads every language whoever asks, and asks the language only about words that exist in two', () => {
    expect(read('через 3 дня', 'en')).toBe('3 day');
    expect(read('in 3 days', 'ru')).toBe('3 day');
    expect(read('in 2 Wochen', 'xx')).toBe('2 week');
    expect(read('once días después', 'es')).toBe('11 day');
    expect(read('once días después', 'en')).toBeNull();
    expect(read('Do 10 Uhr', 'de')).toBe('weekday {"weekdays":[4]} 10:00');
    expect(read('do it', 'en')).toBeNull();
  });
});

describe('parseTiming gives up rather than guess', () => {
  it.each([
    '',
    '   ',
    'after the meeting',
    'Day',
    'Day 99999999',
    'in 400 months',
    '1,000 days',
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
    '5 touches in 14 days',
    '2 weeks of work',
    '30 Minute Meeting',
    'after a 30-day trial',
    'after 30-day trials',
    'after 14 day trials',
    'in 5 hours/week',
    'within 24 business hours',
    'for 2 weeks after launch',
    'the last 3 days',
    'not within 3 days',
    'not now',
    'until tomorrow',
    'immediately after they reply',
    '2 weeks to 2 days',
    '2 days after Day 7',
    'Day 2 + 3 days',
    'Touch 2 - 3 days later',
    'two hundred days later',
    'in two weeks, but not on Friday',
    'day of the call',
    'soon',
    '24/7',
  ])('%j is not understood', (text) => expect(read(text)).toBeNull());
});

describe('keepsHour', () => {
  it.each(['in 2 hours', '90 minutes', 'right away', 'Friday at 10', 'tomorrow morning', 'EOD', '14:30'])(
    'is true where a time of day was meant: %j',
    (text) => expect(parseTiming(text)?.keepsHour).toBe(true),
  );

  it.each(['Day 3', 'in 2 weeks', 'tomorrow', 'next Friday', 'March 3rd', '3 business days', 'end of month'])(
    'is false where only a day was: %j',
    (text) => expect(parseTiming(text)?.keepsHour).toBe(false),
  );
});
