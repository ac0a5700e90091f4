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
