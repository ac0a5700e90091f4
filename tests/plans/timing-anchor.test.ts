import { describe, expect, it } from 'vitest';
import { anchorOf, eventNames, eventOf, parseTiming } from '../../server/plans/timing.ts';

describe('anchorOf', () => {
  it.each([
    ['2 weeks after the demo', 'demo'],
    ['demo + 2 days', 'demo'],
    ['post-demo, 1 day', 'demo'],
    ['the Monday after the demo', 'demo'],
    ['3 days after connection call', 'call'],
    ['30 mins after the call', 'call'],
    ['Within 24 hours of the call', 'call'],
    ['1 day after the first meeting', 'meeting'],
    ['Once you know they replied, 5 days later', 'reply'],
    ['2 days after they reply', 'reply'],
    ['3 days after contract is signed', 'contract'],
    ['a week after you have sent them the contract', 'contract'],
    ['day after demo', 'demo'],
    ['3 days after the demo if no reply', 'demo'],
    ['2 days after the call without an answer', 'call'],
  ])('%j counts from the %s', (text, expected) => expect(anchorOf(text)).toBe(expected));

  it.each([
    ['de', 'zwei Tage nach der Demo', 'demo'],
    ['de', 'eine Woche nach Vertragsunterzeichnung', 'contract'],
    ['ru', 'через 3 дня после демо', 'demo'],
    ['ru', '2 недели после подписания договора', 'contract'],
    ['ru', 'через день после встречи', 'meeting'],
    ['es', 'dos días después de la demo', 'demo'],
    ['es', '3 días después de la llamada', 'call'],
    ['pt', '2 dias após a demo', 'demo'],
    ['pt-BR', 'uma semana depois da reunião', 'meeting'],
  ])('%s: %j counts from the %s', (language, text, expected) =>
    expect(anchorOf(text, language)).toBe(expected),
  );

  it.each([
    '3 days later',
    'Wait 2 days',
    'wait for 3 days',
    'leave it 2 weeks',
    'give it 5 days before the next call',
    'after 5 days',
    '2 days after the last email',
    '2 days after previous step',
    '2 days after last touchpoint',
    '24h after Step 1',
    '3 days after signup',
    '3 days after no reply',
    'if they do not reply within 3 days',
    '2 days without an answer',
    'no response for 5 days',
  ])('%j counts from the step before', (text) => expect(anchorOf(text)).toBe('previous'));

  it.each([
    'Day 3',
    'in 3 days',
    '3 days from now',
    'within 24 hours',
    'next Friday',
    'Friday after 4pm',
    'March 3rd',
    'After Day 3',
    '2 days after Friday',
    'before the demo',
    '1 hour before the call',
    'day of the call',
    'send demo video on Day 3',
    'call them in 2 days',
    'after 3 days, call',
    'Day 3 if no reply',
    '',
  ])('%j counts from neither', (text) => expect(['start', 'previous']).toContain(anchorOf(text)));

  it.each(['Day 3', 'in 3 days', 'next Friday', 'After Day 3', '3 days from now', 'Day 3 if no reply'])(
    '%j counts from the start',
    (text) => expect(anchorOf(text)).toBe('start'),
  );
});

describe('eventOf', () => {
  it.each([
    ['After the demo', 'demo'],
    ['Once the contract is signed', 'contract'],
    ['when they respond', 'reply'],
    ['immediately after the call', 'call'],
    ['nach dem Gespräch', 'call'],
    ['после ответа', 'reply'],
  ])('finds the event where there is no span: %j', (text, expected) => {
    expect(eventOf(text)).toBe(expected);
    expect(anchorOf(text)).toBe(expected);
    expect(parseTiming(text)).toBeNull();
  });

  it.each([
    'if they do not reply',
    'unless they respond',
    'before the call',
    'after no reply',
    'once the demo is booked',
    'after the demo request',
    'after the demo no-show',
    'after 2 calls',
    'after the second call',
    'after the demo video',
    'when to call',
    '30 minute call',
    'after signup',
    'contract renewal',
  ])('finds none in %j', (text) => expect(eventOf(text)).toBeNull());

  it('knows the events that a lead has', () => {
    expect(eventNames).toEqual(['demo', 'call', 'meeting', 'reply', 'contract']);
  });
});
