import { describe, expect, it } from 'vitest';
import { testCard } from '../../server/telegram/test-card.ts';
import { monday } from '../support/people.ts';
import { later } from '../support/rows.ts';
import { expectWithinLimits } from '../support/valid-message.ts';

const asked = { askedAt: monday, timeZone: 'Europe/Berlin' };

describe('the card of a test reminder', () => {
  it('says that it is none, when it was asked for and how long it was on its way', () => {
    const card = testCard({ ...asked, now: later({ seconds: 3 }) }, 'https://app.example.org');
    expect(card.text.text).toMatch(/^🔔 This is a test reminder\n/);
    expect(card.text.text).toContain(
      'You asked for it on Mon 12 Oct, 09:00; it was on its way for 3 seconds.',
    );
    expectWithinLimits(card);
  });

  it('opens the settings it was asked for in, where there is an app to open', () => {
    const now = monday;
    expect(testCard({ ...asked, now }, 'https://app.example.org').keyboard.inline_keyboard).toEqual([
      [{ text: 'Open settings', web_app: { url: 'https://app.example.org/settings' } }],
    ]);
    expect(testCard({ ...asked, now }, null).keyboard.inline_keyboard.flat()).toEqual([]);
  });

  it('tells the time of the person’s zone, also once summer time has ended', () => {
    const askedAt = new Date('2026-10-26T08:00:00Z');
    const card = testCard({ askedAt, now: askedAt, timeZone: 'Europe/Berlin' }, null);
    expect(card.text.text).toContain('on Mon 26 Oct, 09:00; it was on its way for less than a second');
  });
});
