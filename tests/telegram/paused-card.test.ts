import { describe, expect, it } from 'vitest';
import { digestCard } from '../../server/telegram/digest-card.ts';
import { leadsCard } from '../../server/telegram/leads-card.ts';
import { pauseLine } from '../../server/telegram/paused-card.ts';
import { planCard } from '../../server/telegram/plan-card.ts';
import { reminderCard } from '../../server/telegram/reminder-card.ts';
import { cardStep, leadCard, leadDetail, leadsView, stepCard } from '../support/views.ts';

const until = { wakes: 'Mon 26 Oct', wakeDay: '2026-10-26' };
const waits = { reason: 'waiting', waitingFor: 'contract sent', ...until } as const;
const rests = (reason: 'paused' | 'replied', wakes: string | null = null) => ({
  ...{ reason, wakes, wakeDay: null, waitingFor: null },
});
const labels = (card: ReturnType<typeof digestCard>) =>
  card.keyboard.inline_keyboard.flat().map(({ text }) => text);

describe('a plan that rests', () => {
  it('says why, and until when', () => {
    expect(pauseLine(waits).text).toBe('The plan waits for: contract sent, until Mon 26 Oct.');
    expect(pauseLine(rests('replied')).text).toBe('They replied, so the plan rests. What next?');
    expect(pauseLine(rests('paused', 'Mon 26 Oct')).text).toBe(
      'The plan is paused, until Mon 26 Oct. What next?',
    );
  });

  it('takes the buttons of its open steps away, in reminders and digests', () => {
    const card = stepCard('Anna', { paused: waits });
    expect(labels(reminderCard(card, null))).toEqual(['▶ Resume', 'New plan', 'Won', 'Lost']);
    const digest = digestCard([card, stepCard('Max')], 'due', null);
    expect(digest.text.text).toContain('Anna · ⏸ contract sent, until Mon 26 Oct');
    expect(digest.text.text).toContain('1 step is due');
    expect(labels(digest).join()).not.toContain('Done 1');
    expect(labels(digest).join()).toContain('Done 2');
  });

  it('says so above its plan, with the way on', () => {
    const card = planCard(leadDetail('Anna', 1, { pause: waits }), null);
    expect(card.text.text).toContain('The plan waits for: contract sent, until Mon 26 Oct.\nPlan “Anna”');
    expect(labels(card)).toEqual(['Draft again', '▶ Resume']);
    expect(labels(planCard(leadDetail('Anna', 1), null))).toEqual(['Draft again']);
  });

  it('leaves what was done as it was', () => {
    const card = stepCard('Anna', {
      paused: waits,
      step: cardStep('Anna', { status: 'done', settledAt: 'now' }),
    });
    expect(reminderCard(card, null).text.text).toContain('Done now');
  });

  it('is marked in the list of leads', () => {
    const view = {
      ...leadsView('Anna', 1),
      leads: [leadCard('Anna', { next: null, pause: rests('replied') })],
    };
    expect(leadsCard(view, 0, null).text.text).toContain('⏸ they replied');
  });
});
