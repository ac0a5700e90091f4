import { describe, expect, it } from 'vitest';
import { reminderCard } from '../../server/telegram/reminder-card.ts';
import type { StepCard } from '../../server/views/step-card.ts';
import { formatted } from '../support/chat-client.ts';
import { cardStep, stepCard } from '../support/views.ts';

const due = 'Mon 12 Oct, 09:00';

function reminder(over: Partial<StepCard>) {
  const step = cardStep('', { title: 'Send the offer', timing: 'Day 3', due });
  const lead = { ...stepCard('').lead, name: 'Anna', company: null };
  return reminderCard(stepCard('', { step, lead, place: 2, count: 4, ...over }), null);
}

describe('a reminder', () => {
  it('in time says when it is due', () => {
    expect(reminder({}).text.text).toBe(`🔔 Anna\nSend the offer · step 2 of 4\nDay 3 · ${due}`);
  });

  it('that comes late says when it was due, once, and whose fault it is', () => {
    const { text } = reminder({ late: due });
    expect(text.text).toBe(
      `🔔 Anna\nSend the offer · step 2 of 4\n⏳ Late: this was due ${due}. I could not send it in time.`,
    );
    expect(formatted(text)).toContain(`italic: Late: this was due ${due}. I could not send it in time.`);
  });

  it('that was put off and then came late tells both dates', () => {
    expect(reminder({ late: 'Tue 13 Oct, 09:00' }).text.text).toMatch(
      /\n⏳ Late: this was due Tue 13 Oct, 09:00\..*\nDay 3 · Mon 12 Oct, 09:00$/,
    );
  });

  it('that was not acted on says that the step is still open', () => {
    expect(reminder({ nudge: true }).text.text).toBe(
      `⏰ Still open\nAnna\nSend the offer · step 2 of 4\nDay 3 · ${due}`,
    );
  });

  it('that comes although an earlier step is open says which', () => {
    expect(reminder({ earlierOpen: 'Send the deck' }).text.text).toMatch(
      /\n↩️ “Send the deck” is still open\.$/,
    );
  });

  it('that may be the second says only that, and when it is due', () => {
    const { text } = reminder({ late: due, unconfirmed: true }).text;
    expect(text).toMatch(/^⚠️ I could not confirm that my reminder about this step reached you/);
    expect(text).not.toContain('Late');
    expect(text).toMatch(/\nDay 3 · Mon 12 Oct, 09:00$/);
  });
});

describe('the buttons below a reminder', () => {
  const withDraft = (
    draft: string,
    lead: Partial<StepCard['lead']> = {},
    step: Partial<StepCard['step']> = {},
  ) =>
    reminder({
      step: cardStep('', { title: 'Send the offer', draft, due, ...step }),
      lead: { ...stepCard('').lead, name: 'Anna Petrova', company: 'Acme', telegram: 'anna_p', ...lead },
    }).keyboard.inline_keyboard;
  const written = (rows: ReturnType<typeof withDraft>) => rows.flat().find((one) => 'url' in one);

  it('are at most three rows: what to do, what to do with the draft, what to look at', () => {
    const rows = withDraft('Hi Anna').map((row) => row.map(({ text }) => text));
    expect(rows).toEqual([
      ['✓ Done', 'Snooze', 'Skip', 'Replied'],
      ['✉️ Write to Anna', 'Copy draft'],
      ['Why then?'],
    ]);
    expect(withDraft('Hi Anna', { telegram: null })).toHaveLength(2);
    expect(withDraft('')).toHaveLength(2);
  });

  it('open the chat of a known handle with the draft in it, whatever it holds', () => {
    const draft = 'Hi Anna & co,\n50% #1? Привет 🚀 {x} \ud83d';
    const { url } = Object(written(withDraft(draft)));
    expect(url).toMatch(/^https:\/\/t\.me\/anna_p\?text=[\w%.!~*'()-]+$/);
    expect(new URL(url).searchParams.get('text')).toBe(draft.replace(/\p{Surrogate}/u, '\ufffd'));
  });

  it.each([
    ['nobody has a handle', 'Hi', { telegram: null }, {}],
    ['the handle is none', 'Hi', { telegram: 'anna?text=x' }, {}],
    ['there is no draft', '', {}, {}],
    ['the link would be longer than 2000 characters', 'я'.repeat(400), {}, {}],
    ['the step is a call', 'Hi', {}, { channel: 'call' }],
    ['the step is a meeting', 'Hi', {}, { channel: 'meeting' }],
    ['it goes to somebody else', 'Hi', {}, { channel: 'other' }],
  ] as const)('do not offer to write when %s', (_, draft, lead, step) => {
    expect(written(withDraft(draft, lead, step))).toBeUndefined();
  });

  it('copy up to 256 characters themselves; a longer draft comes as a message', () => {
    const copies = (draft: string) => withDraft(draft)[1]?.at(-1);
    expect(copies('x'.repeat(256))).toMatchObject({ copy_text: { text: 'x'.repeat(256) } });
    expect(copies('x'.repeat(257))).toMatchObject({ callback_data: expect.stringMatching(/^v1:draft:/) });
  });
});
