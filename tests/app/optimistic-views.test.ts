import { describe, expect, it } from 'vitest';
import { leadWithStep, todayWithStep } from '../../app/_lib/step-views.ts';
import type { LeadDetail, TodayStep, TodayView } from '../../server/views/lead-view.ts';
import type { StepView } from '../../server/views/step-view.ts';

const due = {
  at: '2026-10-12T07:00:00.000Z',
  words: 'Mon 12 Oct, 09:00',
  short: '09:00',
  local: '2026-10-12T09:00',
};
const step = (id: string, status: StepView['status'] = 'open'): TodayStep => ({
  id,
  status,
  leadId: 'lead',
  title: `Step ${id}`,
  why: '',
  draft: '',
  timing: '',
  due: { ...due, tone: 'today' },
  anchor: 'start',
  channel: null,
  dueWhy: '',
  settledAt: status === 'open' ? null : 'Mon 12 Oct, 09:00',
  snoozed: null,
  leadName: 'Anna',
  company: null,
});
const lead = (...steps: StepView[]) =>
  ({ steps, progress: { settled: 1, total: steps.length }, next: null }) as unknown as LeadDetail;
const today = (view: Partial<TodayView>): TodayView => ({
  dateWords: '',
  settled: 1,
  total: 3,
  overdue: [],
  today: [],
  soon: [],
  waiting: [],
  leadCount: 1,
  ...view,
});

describe('a lead, before the server has answered', () => {
  it('shows the tick, the progress and the next open step', () => {
    const shown = leadWithStep(lead(step('a', 'done'), step('b'), step('c')), 'b', 'done');
    expect(shown.steps.map(({ status }) => status)).toEqual(['done', 'done', 'open']);
    expect(shown.progress.settled).toBe(2);
    expect(shown.next?.stepId).toBe('c');
  });

  it('opens a settled step again', () => {
    const shown = leadWithStep(lead(step('a', 'done'), step('b')), 'a', 'open');
    expect(shown.steps[0]).toMatchObject({ status: 'open', settledAt: null });
    expect(shown.progress.settled).toBe(0);
    expect(shown.next?.stepId).toBe('a');
  });

  it('does not count a skip of what was done already', () => {
    expect(leadWithStep(lead(step('a', 'done')), 'a', 'skipped').progress.settled).toBe(1);
  });

  it('counts a cancelled step again once it is opened', () => {
    const closed = { ...lead(step('a', 'done')), cancelled: 1 };
    const shown = leadWithStep({ ...closed, steps: [...closed.steps, step('b', 'cancelled')] }, 'b', 'open');
    expect(shown).toMatchObject({ progress: { settled: 1, total: 2 }, cancelled: 0 });
  });

  it('has nothing next when all is settled, and ignores a step it does not know', () => {
    expect(leadWithStep(lead(step('a')), 'a', 'done').next).toBeNull();
    expect(leadWithStep(lead(step('a')), 'x', 'done').progress.settled).toBe(1);
  });
});

describe('Today, before the server has answered', () => {
  it('ticks the step where it stands and counts it', () => {
    const shown = todayWithStep(today({ overdue: [step('a')], today: [step('b')] }), 'a', 'done');
    expect(shown.overdue[0]).toMatchObject({ status: 'done', settledAt: 'just now' });
    expect(shown.settled).toBe(2);
  });

  it('does not count what is not for today', () => {
    const shown = todayWithStep(today({ soon: [step('c')] }), 'c', 'done');
    expect(shown.soon[0]?.status).toBe('done');
    expect(shown.settled).toBe(1);
  });
});
