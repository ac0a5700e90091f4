import { describe, expect, it, onTestFinished } from 'vitest';
import { startSimulator } from '../../server/simulator/index.ts';
import { briefingCard } from '../../server/telegram/briefing-card.ts';
import { captureCard } from '../../server/telegram/capture-card.ts';
import type { Card } from '../../server/telegram/card.ts';
import { toPayload } from '../../server/telegram/card.ts';
import { leadClosedCard } from '../../server/telegram/closed-card.ts';
import { digestCard } from '../../server/telegram/digest-card.ts';
import { followupCard, followupListCard } from '../../server/telegram/followup-card.ts';
import { leadsCard } from '../../server/telegram/leads-card.ts';
import { planCard } from '../../server/telegram/plan-card.ts';
import { proposalCard } from '../../server/telegram/proposal-card.ts';
import { reminderCard } from '../../server/telegram/reminder-card.ts';
import { thirdSnoozeCard } from '../../server/telegram/snooze-menu.ts';
import { snoozedCard } from '../../server/telegram/snoozed-card.ts';
import { todayCard } from '../../server/telegram/today-card.ts';
import type { PauseView } from '../../server/views/lead-view.ts';
import type { StepCard } from '../../server/views/step-card.ts';
import { createChatClient, olga } from '../support/chat-client.ts';
import { silentLog } from '../support/log.ts';
import { monday } from '../support/people.ts';
import { nastyText, seededRandom } from '../support/random.ts';
import { expectWithinLimits } from '../support/valid-message.ts';
import {
  captureView,
  cardStep,
  leadCard,
  leadDetail,
  leadsView,
  proposalView,
  someId,
  stepCard,
  stepView,
  todayView,
} from '../support/views.ts';

const app = 'https://app.example.org';

/** Every card the bot sends, with every text in it being `text`. */
function cardsWith(text: string): Record<string, Card> {
  const quiet = Array.from({ length: 100 }, () => ({
    id: someId,
    name: text,
    company: text,
    lastActivityAt: monday,
  }));
  const now = new Date(monday.getTime() + 59 * 24 * 60 * 60_000);
  const settledAt = 'Wed 30 Sep 2026, 09:00';
  const done = stepView(text, { status: 'done', settledAt });
  const ripple = {
    ...{ actId: 999_999_999_999_999, count: 200, by: 200, kept: false },
    dates: Array.from({ length: 5 }, () => 'Wed 30 Sep 2026'),
  };
  const steps = {
    open: stepCard(text),
    late: stepCard(text, { late: settledAt }),
    unconfirmed: stepCard(text, { unconfirmed: true, late: settledAt }),
    done: stepCard(text, { step: cardStep(text, { status: 'done', settledAt }) }),
    skipped: stepCard(text, { step: cardStep(text, { status: 'skipped', settledAt }) }),
    moved: stepCard(text, { step: cardStep(text, { status: 'done', settledAt }), actId: 1, ripple }),
    kept: stepCard(text, {
      step: cardStep(text, { status: 'done', settledAt }),
      ripple: { ...ripple, kept: true },
    }),
    snoozed: stepCard(text, { step: cardStep(text, { snoozed: settledAt }) }),
    closed: stepCard(text, { closed: true }),
  };
  const rests: PauseView = {
    ...{ reason: 'waiting', waitingFor: text, wakes: 'Wed 30 Sep 2026', wakeDay: null },
  };
  const line = {
    ...{ step: stepView(text), lead: { id: someId, name: text } },
    closed: false,
    paused: rests,
  };
  const proposed = proposalView(text);
  const accepted = {
    ...proposed,
    changes: proposed.changes.map((one) => ({ ...one, state: 'accepted' as const })),
  };
  const briefing = {
    ...({ kind: 'morning', date: 'Wednesday, 30 September', more: 80 } as const),
    sections: (['overdue', 'today', 'later', 'waiting'] as const).map((title) => ({
      ...{ title, day: '' },
      lines: Array.from({ length: 5 }, () => ({ ...line, place: 20, when: '1000 days late' })),
    })),
    waiting: Array.from({ length: 5 }, () => ({ name: text, waitingFor: text })),
  };
  const listed = Object.values(steps);
  const many = (card: StepCard, count = 20) => Array.from({ length: count }, () => card);
  return {
    ...Object.fromEntries(Object.entries(steps).map(([name, card]) => [name, reminderCard(card, app)])),
    ...Object.fromEntries(
      Object.entries(steps).map(([name, card]) => [
        `a digest of steps all ${name}`,
        digestCard(many(card), 'due', app),
      ]),
    ),
    'a digest of steps in all states': digestCard([...listed, ...listed, ...listed], 'unconfirmed', app),
    'a digest of too many steps': digestCard(many(steps.late, 1000), 'due', app),
    'a digest without an app': digestCard(many(steps.open), 'due', null),
    'a digest of one step': digestCard([steps.late], 'due', app),
    'a digest of steps that are gone': digestCard([null, null], 'due', app),
    'the third snooze': thirdSnoozeCard(steps.open, { to: now, until: settledAt, count: 1000 }),
    'what is snoozed': snoozedCard(
      Array.from({ length: 200 }, () => ({
        ...{ stepId: someId, leadId: someId, title: text, leadName: text, company: text, until: settledAt },
      })),
      app,
    ),
    'nothing snoozed': snoozedCard([], null),
    plan: planCard(leadDetail(text, 200), app),
    'plan, done steps': planCard(
      { ...leadDetail(text, 0), steps: Array.from({ length: 200 }, () => done) },
      app,
    ),
    'plan that rests': planCard(leadDetail(text, 200, { pause: rests }), app),
    'a reminder of a plan that rests': reminderCard(stepCard(text, { paused: rests }), app),
    'a lead that was closed': leadClosedCard(leadCard(text, { status: 'lost' }), 999_999_999_999_999, app),
    'a briefing of steps whose plans rest': briefingCard(briefing, app),
    'plan being drafted': planCard(leadDetail(text, 0, { planState: 'drafting' }), app),
    'plan that failed': planCard(leadDetail(text, 0, { planState: 'failed' }), app),
    'proposed changes': proposalCard(proposalView(text), app),
    'proposed changes, decided': proposalCard(proposalView(text, { state: 'replaced' }), app),
    'proposed changes, accepted': proposalCard(accepted, app),
    'a captured person': captureCard(captureView(text, 1), app, null),
    'many captured people': captureCard(captureView(text, 300), app, null),
    'one of many captured people': captureCard(captureView(text, 300), app, 299),
    'captured people, saved': captureCard(captureView(text, 300, { status: 'saved' }), app, null),
    'no plan': planCard(leadDetail(text, 0, { planState: 'none', plan: null }), app),
    'first page of leads': leadsCard(leadsView(text, 100), 0, app),
    'middle page of leads': leadsCard(leadsView(text, 100), 6, app),
    'a page past the end': leadsCard(leadsView(text, 100), 9999, app),
    'closed leads': leadsCard(
      { ...leadsView(text, 0), leads: [leadCard(text, { status: 'won', next: null })] },
      0,
      app,
    ),
    today: todayCard(todayView(text, 100), app),
    nudge: followupCard({ id: someId, name: text, company: text, lastActivityAt: monday }, now, app),
    'list of nudges': followupListCard(quiet, now, app),
  };
}

const longest = {
  'plain letters': 'x'.repeat(10_000),
  'family emoji': '👩‍👩‍👧‍👦'.repeat(900),
  'flags and marks': '🇩🇪e\u0301'.repeat(1600),
  'right-to-left': 'دانا الخطيب '.repeat(800).trim(),
  'nothing but markup': '*_[](~`>#'.repeat(1100),
  'one endless character': `e${'\u0301'.repeat(9000)}`,
  'many lines': 'a\n'.repeat(5000).trim(),
};

describe.each(Object.entries(longest))('cards whose every text is 10,000 units of %s', (_, text) => {
  it.each(Object.entries(cardsWith(text)))('%s: fits Telegram’s limits', (_, card) =>
    expectWithinLimits(card),
  );
});

describe('cards with one character in every text', () => {
  it.each(Object.entries(cardsWith('x')))('%s: is whole', (_, card) => expectWithinLimits(card));
});

describe('cards with any text at all', () => {
  it.each([11, 12, 13])('fit Telegram’s limits (seed %i)', (seed) => {
    const random = seededRandom(seed);
    for (let round = 0; round < 20; round += 1) {
      for (const card of Object.values(cardsWith(nastyText(random, 2 ** (1 + (round % 11)))))) {
        expectWithinLimits(card);
      }
    }
  });
});

describe('a Bot API server', () => {
  it.each(Object.entries(longest))('takes each of these cards as it is: %s', async (_, text) => {
    const nextDueAt = async () => null;
    const hooks = { nextDueAt, runPollers: async () => {} };
    const simulator = await startSimulator({ port: 0, stateFile: null, log: silentLog, ...hooks });
    onTestFinished(() => simulator.close());
    const chat = createChatClient(simulator, async () => {});
    await chat.send('/start');
    for (const card of Object.values(cardsWith(text))) {
      const { text: words, ...other } = toPayload(card);
      await chat.api.sendMessage(olga, words, other);
      expect((await chat.last()).text).toBe(words.trim());
    }
  });
});
