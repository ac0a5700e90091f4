import { beforeEach, describe, expect, it } from 'vitest';
import type { User } from '../../server/auth/users.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { getToday } from '../../server/views/today.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makePlannedLead, makeUser, monday, planOf } from '../support/people.ts';
import { later, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let user: User;
let leadId: string;

beforeEach(async () => {
  ({ user, leadId } = await makePlannedLead(database.db));
});

async function today(now: Date, person = user) {
  const view = await getToday(database.db, person, now);
  const titles = (steps: { title: string }[]) => steps.map((step) => step.title);
  return { ...view, overdue: titles(view.overdue), today: titles(view.today), soon: titles(view.soon) };
}

async function settle(index: number, status: 'done' | 'skipped', now: Date) {
  const { id: stepId } = await stepAt(database.db, leadId, index);
  await setStepStatus(database.db, { userId, stepId, status, now });
}

describe('Today', () => {
  it('shows what is due today and in the next seven days', async () => {
    expect(await today(monday)).toEqual({
      dateWords: 'Monday, 12 October',
      overdue: [],
      today: ['Step of day 0'],
      soon: ['Step of day 3', 'Step of day 7'],
      waiting: [],
      settled: 0,
      total: 1,
      leadCount: 1,
    });
  });

  it('ends the week with the seventh day', async () => {
    expect((await today(later({ days: 6 }))).soon).toEqual(['Step of day 7']);
    expect((await today(later({ days: 7 }))).soon).toEqual(['Step of day 14']);
  });

  it('calls a step overdue when its day has passed, not its minute', async () => {
    expect(await today(later({ hours: 14, minutes: 59 }))).toMatchObject({
      overdue: [],
      today: ['Step of day 0'],
    });
    expect(await today(later({ hours: 15 }))).toMatchObject({ overdue: ['Step of day 0'], today: [] });
  });

  it('counts what is overdue among what is to do', async () => {
    expect(await today(later({ days: 3 }))).toMatchObject({
      overdue: ['Step of day 0'],
      today: ['Step of day 3'],
      settled: 0,
      total: 2,
    });
  });

  it('keeps what was settled today where it was, and counts it', async () => {
    await settle(1, 'skipped', later({ days: 3 }));
    await settle(0, 'done', later({ days: 3, hours: 1 }));
    expect(await today(later({ days: 3, hours: 2 }))).toMatchObject({
      overdue: ['Step of day 0'],
      today: ['Step of day 3'],
      settled: 2,
      total: 2,
    });
  });

  it('forgets tomorrow what was settled today', async () => {
    await settle(0, 'done', monday);
    expect(await today(later({ days: 1 }))).toMatchObject({ overdue: [], today: [], settled: 0, total: 0 });
  });

  it('does not count a later step that was done early', async () => {
    await settle(2, 'done', monday);
    expect(await today(monday)).toMatchObject({
      today: ['Step of day 0'],
      soon: ['Step of day 3'],
      settled: 0,
      total: 1,
    });
  });

  it('has the names, and how each step stands', async () => {
    await settle(0, 'done', later({ hours: 1 }));
    const view = await getToday(database.db, user, later({ hours: 2 }));
    expect(view.today).toMatchObject([
      {
        leadId,
        leadName: 'Anna Petrova',
        company: 'Acme',
        status: 'done',
        settledAt: 'Mon 12 Oct, 10:00',
        due: { tone: 'today', short: '09:00' },
      },
    ]);
  });

  it('is about the day where the person is', async () => {
    const now = new Date('2026-10-12T23:00:00Z');
    const away = await makeUser(database.db, { timeZone: 'America/New_York' });
    expect(await today(now, away)).toMatchObject({
      dateWords: 'Monday, 12 October',
      overdue: [],
      today: ['Step of day 0'],
    });
    expect(await today(now)).toMatchObject({
      dateWords: 'Tuesday, 13 October',
      overdue: ['Step of day 0'],
      today: [],
    });
  });

  it('puts several leads in the order of their dates', async () => {
    const other = await makeLead(database.db, { name: 'Bernd' });
    await savePlan(database.db, { leadId: other, plan: planOf(1, 2), now: monday });
    expect((await today(monday)).soon).toEqual([
      'Step of day 1',
      'Step of day 2',
      'Step of day 3',
      'Step of day 7',
    ]);
  });
});

describe('Today leaves out', () => {
  it.each(['won', 'lost'] as const)('leads that are %s, but counts them', async (status) => {
    await setLeadStatus(database.db, { userId, leadId, status, now: monday });
    expect(await today(monday)).toMatchObject({ overdue: [], today: [], soon: [], total: 0, leadCount: 1 });
  });

  it('leads that are deleted', async () => {
    await deleteLead(database.db, { userId, leadId, now: monday });
    expect(await today(monday)).toMatchObject({ today: [], leadCount: 0 });
  });

  it('everything of somebody else', async () => {
    await settle(0, 'done', monday);
    const stranger = await makeUser(database.db, { id: 2002 });
    expect(await today(later({ days: 3 }), stranger)).toMatchObject({
      overdue: [],
      today: [],
      soon: [],
      settled: 0,
      total: 0,
      leadCount: 0,
    });
  });
});
