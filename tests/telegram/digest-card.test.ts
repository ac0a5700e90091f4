import { describe, expect, it } from 'vitest';
import type { AppUrl, Card } from '../../server/telegram/card.ts';
import { digestCard } from '../../server/telegram/digest-card.ts';
import type { StepCard } from '../../server/views/step-card.ts';
import { formatted } from '../support/chat-client.ts';
import { cardStep, stepCard } from '../support/views.ts';

const app = 'https://app.example.org';
const idOf = (place: number) => `9b2f6a3e-0f57-4a0c-9d3a-${String(place).padStart(12, '0')}`;

/** The step with that number, "Step 3" for "Lead 3", due on Monday. */
function stepOf(place: number, step: Partial<StepCard['step']> = {}, over: Partial<StepCard> = {}): StepCard {
  const { lead } = stepCard(`Lead ${place}`);
  const due = 'Mon 12 Oct, 09:00';
  return stepCard('', {
    step: cardStep(`Step ${place}`, { id: idOf(place), due, ...step }),
    lead: { ...lead, id: idOf(100 + place), company: null },
    ...over,
  });
}

const open = (count: number) => Array.from({ length: count }, (_, index) => stepOf(index + 1));
const late = (place: number) => stepOf(place, {}, { late: 'Mon 12 Oct, 09:00' });
const done = (place: number) => stepOf(place, { status: 'done', settledAt: 'Mon 12 Oct, 10:00' });
const snoozed = (place: number) => stepOf(place, { snoozed: 'Tue 13 Oct, 09:00' });

const labels = ({ keyboard }: Card) => keyboard.inline_keyboard.map((row) => row.map(({ text }) => text));
const textOf = (cards: (StepCard | null)[], intro: 'due' | 'unconfirmed' = 'due', appUrl: AppUrl = app) =>
  digestCard(cards, intro, appUrl).text.text;
const headingOf = (cards: (StepCard | null)[], intro: 'due' | 'unconfirmed' = 'due') =>
  textOf(cards, intro).split('\n\n')[0];

describe('a digest', () => {
  it('lists each step with its number, whose it is and when it was due', () => {
    const company = stepOf(2, {}, { lead: { ...stepOf(2).lead, company: 'Acme' } });
    const { text } = digestCard([stepOf(1), company], 'due', app);
    expect(text.text).toBe(
      `🔔 2 steps are due

1. Lead 1
Step 1 · Mon 12 Oct, 09:00

2. Lead 2 · Acme
Step 2 · Mon 12 Oct, 09:00`,
    );
    expect(formatted(text)).toEqual([
      'bold: 2 steps are due',
      'bold: Lead 1',
      'italic: Mon 12 Oct, 09:00',
      'bold: Lead 2',
      'italic: Mon 12 Oct, 09:00',
    ]);
  });

  it('tells of each step what became of it', () => {
    const skipped = stepOf(2, { status: 'skipped', settledAt: 'Mon 12 Oct, 10:05' });
    const closed = stepOf(4, {}, { closed: true, lead: { ...stepOf(4).lead, status: 'won' } });
    const { text } = digestCard([done(1), skipped, snoozed(3), closed, stepOf(5)], 'due', app);
    expect(text.text.split('\n\n').slice(1)).toEqual([
      '1. Lead 1\n✅ Step 1 · done Mon 12 Oct, 10:00',
      '2. Lead 2\n➖ Step 2 · skipped Mon 12 Oct, 10:05',
      '3. Lead 3\n💤 Step 3 · snoozed until Tue 13 Oct, 09:00',
      '4. Lead 4\n🏁 Step 4 · this lead is closed (won)',
      '5. Lead 5\nStep 5 · Mon 12 Oct, 09:00',
    ]);
    expect(formatted(text).filter((one) => one.startsWith('strikethrough'))).toEqual([
      'strikethrough: Step 1',
      'strikethrough: Step 2',
    ]);
  });

  it('says briefly how many later steps moved with it, unless their dates were kept', () => {
    const ripple = { actId: 7, count: 2, by: 2, dates: ['Wed 21', 'Wed 28'], kept: false };
    expect(textOf([{ ...done(1), ripple }])).toContain('✅ Step 1 · done Mon 12 Oct, 10:00, 2 moved');
    expect(textOf([{ ...done(1), ripple: { ...ripple, kept: true } }])).toMatch(/10:00$/);
  });

  it('leaves out a step that is gone, and the others keep their numbers', () => {
    expect(textOf([stepOf(1), null, stepOf(3)])).toBe(
      '🔔 2 steps are due\n\n1. Lead 1\nStep 1 · Mon 12 Oct, 09:00\n\n3. Lead 3\nStep 3 · Mon 12 Oct, 09:00',
    );
    expect(labels(digestCard([null, stepOf(2)], 'due', app))[0]).toContain('✓ Done 2');
  });

  it('says so when all of them are gone', () => {
    const card = digestCard([null, null], 'due', app);
    expect(card.text.text).toBe('These steps are no longer in a plan.');
    expect(labels(card).flat()).toEqual([]);
  });

  it('says how many more there are than it can list', () => {
    const text = textOf(open(23));
    expect(text).toContain('20. Lead 20\n');
    expect(text).not.toContain('21. ');
    expect(text).toMatch(/\n\n… and 3 more$/);
  });
});

describe('the first words of a digest', () => {
  it('count what waits for the person', () => {
    expect(headingOf([stepOf(1), done(2), snoozed(3), null, stepOf(5)])).toBe('🔔 2 steps are due');
    expect(headingOf([done(1), stepOf(2)])).toBe('🔔 1 step is due');
  });

  it('own up to what comes late', () => {
    expect(headingOf([late(1), late(2)])).toBe(
      '🔔 2 steps are due\n⏳ Late: I could not send these in time.',
    );
    expect(headingOf([late(1), done(2)])).toBe('🔔 1 step is due\n⏳ Late: I could not send it in time.');
  });

  it('point at what is late when not all of it is', () => {
    const text = textOf([late(1), stepOf(2), done(3)]);
    expect(text).toContain('⏳ Late: I could not send those marked ⏳ in time.');
    expect(text).toContain('1. Lead 1\n⏳ Step 1 · Mon 12 Oct, 09:00');
    expect(text).toContain('2. Lead 2\nStep 2 · Mon 12 Oct, 09:00');
  });

  it('own up to what may not have arrived, and then not to its coming late as well', () => {
    const text = textOf([late(1), late(2)], 'unconfirmed');
    expect(text).toMatch(/^⚠️ I could not confirm that my reminders about these steps reached you/);
    expect(text).not.toContain('⏳');
  });

  it.each(['due', 'unconfirmed'] as const)('say when nothing waits any more (%s)', (intro) => {
    expect(headingOf([done(1), snoozed(2), null], intro)).toBe(
      '✔️ Nothing in this list is waiting for you any more.',
    );
  });
});

describe('the buttons of a digest', () => {
  it('are a row for each step, with its number, and the way to Today', () => {
    const card = digestCard(open(2), 'due', app);
    expect(labels(card)).toEqual([
      ['✓ Done 1', 'Snooze 1', 'Skip 1', 'Open 1'],
      ['✓ Done 2', 'Snooze 2', 'Skip 2', 'Open 2'],
      ['☀️ Today'],
    ]);
    expect(card.keyboard.inline_keyboard[1]).toMatchObject([
      { callback_data: `v1:done:${idOf(2)}` },
      { callback_data: `v1:snooze-menu:${idOf(2)}` },
      { callback_data: `v1:skip:${idOf(2)}` },
      { web_app: { url: `${app}/leads/${idOf(102)}?step=${idOf(2)}` } },
    ]);
    expect(card.keyboard.inline_keyboard.at(-1)).toMatchObject([{ web_app: { url: `${app}/` } }]);
  });

  it('stay in their rows, whatever became of a step', () => {
    const closed = stepOf(3, {}, { closed: true });
    expect(labels(digestCard([done(1), snoozed(2), closed, stepOf(4)], 'due', app))).toEqual([
      ['Undo 1', 'Open 1'],
      ['✓ Done 2', 'Skip 2', 'Open 2'],
      ['Open 3'],
      ['✓ Done 4', 'Snooze 4', 'Skip 4', 'Open 4'],
      ['☀️ Today'],
    ]);
  });

  it('only open what comes after the eighth step', () => {
    expect(labels(digestCard(open(20), 'due', app)).slice(7)).toEqual([
      ['✓ Done 8', 'Snooze 8', 'Skip 8', 'Open 8'],
      ['Open 9', 'Open 10', 'Open 11', 'Open 12', 'Open 13'],
      ['Open 14', 'Open 15', 'Open 16', 'Open 17', 'Open 18'],
      ['Open 19', 'Open 20'],
      ['☀️ Today'],
    ]);
  });

  it('work without a Mini App: nothing opens, and Today comes into the chat', () => {
    const closed = stepOf(2, {}, { closed: true });
    const card = digestCard([stepOf(1), closed, ...open(20).slice(2)], 'due', null);
    expect(labels(card).slice(0, 2)).toEqual([
      ['✓ Done 1', 'Snooze 1', 'Skip 1'],
      ['✓ Done 3', 'Snooze 3', 'Skip 3'],
    ]);
    expect(labels(card)).toHaveLength(8);
    expect(card.keyboard.inline_keyboard.at(-1)).toEqual([{ text: '☀️ Today', callback_data: 'v1:today' }]);
    expect(card.keyboard.inline_keyboard.filter((row) => row.length === 0)).toEqual([]);
  });

  it('are never more than Telegram shows', () => {
    for (const count of [1, 8, 9, 20, 1000]) {
      const all = digestCard(open(count), 'due', app).keyboard.inline_keyboard;
      expect(all.flat().length).toBeLessThanOrEqual(100);
      for (const row of all) expect(row.length).toBeLessThanOrEqual(8);
    }
  });
});
