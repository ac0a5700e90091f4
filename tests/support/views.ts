import { emptyPerson } from '../../server/capture/person.ts';
import type { CaptureView } from '../../server/views/capture-view.ts';
import type { LeadCard, LeadDetail, LeadsView, TodayStep, TodayView } from '../../server/views/lead-view.ts';
import type { ProposalView } from '../../server/views/proposal-view.ts';
import type { StepCard } from '../../server/views/step-card.ts';
import type { StepView } from '../../server/views/step-view.ts';

export const someId = '9b2f6a3e-0f57-4a0c-9d3a-3f0a1c2b4d5e';

const due = {
  at: '2026-10-12T07:00:00.000Z',
  words: 'Wed 30 Sep 2026, 09:00',
  short: '1000 days late',
  tone: 'late',
  local: '2026-10-12T09:00',
} as const;

/** A step as a card shows it; every text is `text`. */
export const stepView = (text: string, over: Partial<StepView> = {}): StepView => ({
  ...{ id: someId, leadId: someId, title: text, why: text, draft: text, timing: text, status: 'open', due },
  ...{ anchor: 'start', channel: null, dueWhy: text, settledAt: null, snoozed: null },
  ...over,
});

/** A step as a reminder shows it; every text is `text`, but dates are dates. */
export const cardStep = (text: string, over: Partial<StepCard['step']> = {}): StepCard['step'] => ({
  ...{ id: someId, title: text, why: text, draft: text, timing: text, status: 'open', due: due.words },
  ...{ channel: null, settledAt: null, snoozed: null },
  ...over,
});

export const stepCard = (text: string, over: Partial<StepCard> = {}): StepCard => ({
  ...{ userId: 1001, step: cardStep(text), version: '1/1' },
  lead: { id: someId, name: text, company: text, status: 'new', telegram: null },
  ...{
    closed: false,
    paused: false,
    waitsFor: null,
    unconfirmed: false,
    late: null,
    nudge: false,
    earlierOpen: null,
    place: 200,
    count: 200,
  },
  next: { title: text, due: due.words },
  ...{ actId: null, ripple: null, modelOff: false, rewording: null },
  ...over,
});

export const leadCard = (text: string, over: Partial<LeadCard> = {}): LeadCard => ({
  ...{ id: someId, name: text, company: text, role: text, status: 'new', planState: 'ready' },
  progress: { settled: 0, total: 200 },
  next: { stepId: someId, title: text, due, snoozed: null },
  pause: null,
  waitsFor: null,
  ...over,
});

export const leadDetail = (text: string, steps: number, over: Partial<LeadDetail> = {}): LeadDetail => ({
  ...leadCard(text),
  ...{ telegram: null, email: null, phone: null, source: null, notes: text, activities: [] },
  ...{ language: null, modelOff: false },
  ...{ events: [], cancelled: 0 },
  plan: { title: text, draftedBy: 'person', madeFrom: null, source: text, ends: null },
  ...{ work: null, proposal: null, rewordings: [] },
  steps: Array.from({ length: steps }, () => stepView(text)),
  ...over,
});

/** Eight changes of all kinds, with every text `text`, to be decided on. */
export const proposalView = (text: string, over: Partial<ProposalView> = {}): ProposalView => ({
  ...{ id: someId, lead: { id: someId, name: text, company: text }, because: text },
  ...{ state: 'open', stage: 'writing', failure: null, newer: null, next: { title: text, due: due.words } },
  changes: Array.from({ length: 8 }, (_, id) => ({
    ...{ id, kind: (['add', 'move', 'reword', 'drop'] as const)[id % 4] ?? 'add', state: 'open', gone: null },
    ...{ why: text, title: text, newTitle: text, draft: text, oldDraft: text },
    ...{ from: due.words, to: due.words, timing: text },
  })),
  ...over,
});

/** A confirm card of that many people, each here already and with every free text `text`. */
export function captureView(text: string, count: number, over: Partial<CaptureView> = {}): CaptureView {
  const reached = {
    telegram: 'x'.repeat(32),
    email: `${'x'.repeat(242)}@example.org`,
    phone: '+4915112345678',
  };
  const known = { name: text, company: text, role: text, source: text, note: text, ...reached };
  const problem = 'The e-mail address is too long: 254 characters at most';
  const duplicate = { leadId: someId, name: text, company: text, by: 'email' } as const;
  const people = Array.from({ length: count }, (_, place) => ({
    ...{ ...emptyPerson(known), line: 100_000, place, duplicate, problem },
  }));
  const counts = { fresh: count, known: count, stuck: count, saved: count, merged: count, leftOut: count };
  return {
    ...{
      id: someId,
      source: 'csv',
      status: 'open',
      reading: true,
      people,
      counts,
      mayPlan: true,
      maxPlans: 20,
    },
    ...{ spoilt: people.map(() => ({ line: 100_000, problem })), mapping: text },
    ...{ failure: null, added: null, maxPlans: 10, ...over },
  };
}

export const leadsView = (text: string, count: number): LeadsView => ({
  leads: Array.from({ length: count }, () => leadCard(text)),
  ...{ open: count, overdue: count },
  counts: { new: count, contacted: 0, meeting: 0, proposal: 0, won: 0, lost: 0 },
});

export function todayView(text: string, count: number): TodayView {
  const step: TodayStep = { ...stepView(text), due, leadName: text, company: text };
  const steps = Array.from({ length: count }, () => step);
  const today = steps.map((one) => ({ ...one, due: { ...due, tone: 'today' as const } }));
  return {
    ...{ dateWords: 'Wednesday, 30 September', settled: count, total: count * 3, leadCount: count },
    ...{ overdue: steps, today, soon: steps, waiting: [] },
  };
}
