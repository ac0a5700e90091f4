import { describe, expect, it } from 'vitest';
import { agoWords, pollerWords, reasonWords, spanWords } from '../../server/views/delivery-proof-words.ts';
import { later } from '../support/rows.ts';

const [second, minute, hour, day] = [1000, 60_000, 3_600_000, 86_400_000];

describe('a stretch of time', () => {
  it.each([
    [-5 * minute, 'less than a second'],
    [0, 'less than a second'],
    [999, 'less than a second'],
    [second, '1 second'],
    [59.9 * second, '59 seconds'],
    [minute, '1 minute'],
    [119 * second, '1 minute'],
    [hour, '1 hour'],
    [47.9 * hour, '47 hours'],
    [2 * day, '2 days'],
    [400 * day, '400 days'],
  ])('of %i ms is "%s"', (ms, words) => {
    expect(spanWords(ms)).toBe(words);
  });
});

describe('how long ago something was', () => {
  it('is "just now" for a moment, and for a clock that runs ahead', () => {
    expect(agoWords(later({}), later({ seconds: 1 }))).toBe('just now');
    expect(agoWords(later({ minutes: 3 }), later({}))).toBe('just now');
  });

  it('is counted from then on', () => {
    expect(agoWords(later({}), later({ seconds: 20 }))).toBe('20 seconds ago');
    expect(agoWords(later({}), later({ days: 3 }))).toBe('3 days ago');
  });
});

describe('what a poller did', () => {
  it.each([
    'due-reminders',
    'nudges',
    'briefings',
    'followups',
    'plan-requests',
    'chat-refresh',
    'test-reminders',
    'housekeeping',
  ])('is told without its name: %s', (name) => {
    expect(pollerWords(name, true)).toMatch(/^Looked for [a-z ]+$/);
    expect(pollerWords(name, false)).toMatch(/^Could not look for [a-z ]+$/);
    expect(pollerWords(name, true)).not.toContain(name);
  });

  it('is told by its name when it is new', () => {
    expect(pollerWords('birthdays', true)).toBe('Looked for birthdays');
  });
});

describe('why a message did not arrive', () => {
  it.each([
    ['429 Too Many Requests: retry after 30', 'Telegram asked me to slow down'],
    ['401 Unauthorized', 'token'],
    ['404 Not Found', 'token'],
    ['403 Forbidden: bot was blocked by the user', 'Telegram refused my message to you'],
    ['400 Bad Request: chat not found', 'Telegram refused my message to you'],
    ['400 Bad Request: can’t parse entities', 'my mistake'],
    ['502 Bad Gateway', 'Telegram had trouble of its own'],
    ['ECONNREFUSED', 'Telegram could not be reached'],
    ['ENOTFOUND', 'Telegram could not be reached'],
    ['ECONNRESET', 'Telegram did not answer'],
    ['no answer', 'Telegram did not answer'],
    ['the sender stopped before Telegram answered', 'the program stopped while it was sending'],
    ['not sent yet: the sender has to wait or stops', 'I had to wait before I could send it'],
    ['the database did not answer the claim', 'my database did not answer'],
  ])('%s', (cause, words) => {
    expect(reasonWords(cause)).toContain(words);
  });

  it('is not made up where nothing fits', () => {
    expect(reasonWords(null)).toBeNull();
    expect(reasonWords('')).toBeNull();
    expect(reasonWords('TypeError: card is undefined (query failed)')).toBeNull();
  });
});
