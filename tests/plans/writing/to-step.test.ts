import { expect, it } from 'vitest';
import { type AnsweredStep, planAnswer } from '../../../server/plans/writing/plan-answer.ts';
import { toStep } from '../../../server/plans/writing/to-step.ts';
import { answeredPlan, answeredStep } from '../../support/hand-made-model.ts';
import { monday } from '../../support/people.ts';

type Change = Partial<AnsweredStep>;
const read = (change: Change, before: number | 'demo' | null) => {
  const [, step] = planAnswer.parse(answeredPlan({}, change)).steps;
  if (!step) throw new Error('no step');
  const place = {
    from: before === 'demo' ? before : 'start',
    days: before === 'demo' ? 2 : (before ?? 0),
  } as const;
  return toStep(step, { before: before === null ? null : place, now: monday, timeZone: 'Europe/Berlin' });
};

// Monday, 12 October 2026.
it.each<[string, Change, number | 'demo' | null, object, string]>([
  [
    'the same in days and words',
    { delay_days: 14, timing: 'in two weeks' },
    3,
    { delayDays: 14, timing: 'in two weeks' },
    'understood',
  ],
  [
    'a weekday that the days mean too',
    { delay_days: 8, timing: 'next Tuesday' },
    3,
    { delayDays: 8, timing: 'next Tuesday' },
    'understood',
  ],
  [
    'words nobody understands',
    { delay_days: 5, timing: 'when the moon is full' },
    3,
    { delayDays: 5, timing: '' },
    'daysOnly',
  ],
  [
    'words that say another day: the days win',
    { delay_days: 5, timing: 'in three weeks' },
    3,
    { delayDays: 5, timing: '' },
    'contradicting',
  ],
  [
    'words of an event, counted from the start',
    { delay_days: 5, timing: '5 days after the demo' },
    3,
    { delayDays: 5, timing: '' },
    'contradicting',
  ],
  [
    'an event',
    { anchor: 'demo', delay_days: 5, timing: '5 days after the demo' },
    3,
    { delayDays: null, timing: '5 days after the demo' },
    'understood',
  ],
  [
    'an event that the words leave out',
    { anchor: 'call', delay_days: 2, timing: 'Day 2' },
    3,
    { delayDays: null, timing: '2 days after the call' },
    'daysOnly',
  ],
  [
    'another event than the words name',
    { anchor: 'contract', delay_days: 0, timing: 'after the demo' },
    3,
    { delayDays: null, timing: '1 day after the contract' },
    'contradicting',
  ],
  [
    'an event, in words of another length: the days win',
    { anchor: 'demo', delay_days: 3, timing: '2 weeks after the demo' },
    3,
    { delayDays: null, timing: '3 days after the demo' },
    'contradicting',
  ],
  [
    'an event, in words without a length',
    { anchor: 'demo', delay_days: 5, timing: 'after the demo' },
    3,
    { delayDays: null, timing: '5 days after the demo' },
    'understood',
  ],
  [
    'an event, on a weekday after it',
    { anchor: 'demo', delay_days: 5, timing: 'Friday after the demo' },
    3,
    { delayDays: null, timing: 'Friday after the demo' },
    'understood',
  ],
  [
    'the step before, which is 2 days after an event',
    { anchor: 'previous', delay_days: 4, timing: '4 days later' },
    'demo',
    { delayDays: null, timing: '6 days after the demo' },
    'understood',
  ],
  [
    'the step before, which is 2 days after the event that its own words name',
    { anchor: 'previous', delay_days: 7, timing: 'one week after the demo' },
    'demo',
    { delayDays: null, timing: 'one week after the demo' },
    'understood',
  ],
  [
    'the step before',
    { anchor: 'previous', delay_days: 7, timing: '4 days later' },
    3,
    { delayDays: null, timing: '4 days later' },
    'understood',
  ],
  [
    'the step before, in days only',
    { anchor: 'previous', delay_days: 4, timing: 'Day 4' },
    3,
    { delayDays: null, timing: '1 day after the previous step' },
    'daysOnly',
  ],
  [
    'the step before, where there is none to count from',
    { anchor: 'previous', delay_days: 4, timing: 'Day 4' },
    null,
    { delayDays: 4 },
    'understood',
  ],
])('a step that counts from %s', (_, change, before, when, agreement) => {
  expect(read(change, before)).toMatchObject({ step: when, agreement });
});

it.each([-1, 1.5, '3', 10_000, null])('a delay of %j days is no answer', (delay) => {
  expect(planAnswer.safeParse(answeredPlan({}, { delay_days: delay })).success).toBe(false);
});

it('a plan of two steps, or of nine, is no answer', () => {
  const steps = (count: number) => ({
    title: 'x',
    steps: Array.from({ length: count }, () => answeredStep()),
  });
  expect([2, 3, 8, 9].map((count) => planAnswer.safeParse(steps(count)).success)).toEqual([
    ...[false, true, true, false],
  ]);
});
