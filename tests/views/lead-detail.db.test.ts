import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { User } from '../../server/auth/users.ts';
import { leadInput } from '../../server/leads/input.ts';
import { addNote, createLead, editLead } from '../../server/leads/mutations.ts';
import { moveStep, removeStep } from '../../server/plans/arrange-steps.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { addStep } from '../../server/plans/edit-steps.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { getLeadDetail } from '../../server/views/lead-detail.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday, planOf } from '../support/people.ts';
import { later, one, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let user: User;
let leadId: string;

beforeEach(async () => {
  ({ user, leadId } = await makePlannedLead(database.db));
});

const detail = async (now = monday, id = leadId) => one([await getLeadDetail(database.db, user, id, now)]);
const stepId = async (index: number) => (await stepAt(database.db, leadId, index)).id;

describe('one lead', () => {
  it('shows what is known, its plan and its history', async () => {
    const known = {
      telegram: 'anna_p',
      email: 'a@x.example',
      phone: '+49 30 123456',
      source: 'fair',
      notes: 'a\nb',
    };
    const lead = leadInput.parse({ name: 'Anna', company: 'Acme', role: 'CTO', ...known });
    await editLead(database.db, { userId, leadId, lead, now: later({ hours: 1 }) });
    expect(await detail(later({ hours: 2 }))).toMatchObject({
      id: leadId,
      name: 'Anna',
      company: 'Acme',
      role: 'CTO',
      status: 'new',
      ...known,
      plan: { title: 'Test plan', draftedBy: 'event-contact', ends: 'Mon 26 Oct' },
      progress: { settled: 0, total: 4 },
      planState: 'ready',
    });
  });

  it('has no plan before one is there', async () => {
    const lead = leadInput.parse({ name: 'New' });
    const id = await createLead(database.db, { userId, lead, now: monday });
    expect(await detail(monday, id)).toMatchObject({ plan: null, steps: [], next: null, planState: 'none' });
  });

  it('has its steps in the order of the plan', async () => {
    await moveStep(database.db, { userId, stepId: await stepId(0), to: 2 });
    const { steps } = await detail();
    expect(steps.map((step) => step.timing)).toEqual(['Day 3', 'Day 7', 'Day 0', 'Day 14']);
  });

  it('ends with the last open step, wherever it stands', async () => {
    await moveStep(database.db, { userId, stepId: await stepId(3), to: 0 });
    expect((await detail()).plan?.ends).toBe('Mon 26 Oct');
    await setStepStatus(database.db, { userId, stepId: await stepId(0), status: 'skipped', now: monday });
    expect((await detail()).plan?.ends).toBe('Mon 19 Oct');
    for (const index of [1, 2, 3])
      await removeStep(database.db, { userId, stepId: await stepId(1), now: later({ minutes: index }) });
    expect((await detail()).plan?.ends).toBeNull();
  });

  it('has the newest of its history first, in the words of the day', async () => {
    await addNote(database.db, { userId, leadId, text: 'called *her*', now: later({ days: 1 }) });
    await setLeadStatus(database.db, { userId, leadId, status: 'meeting', now: later({ days: 2 }) });
    const { activities } = await detail(later({ days: 2 }));
    expect(activities.slice(0, 2)).toMatchObject([
      { kind: 'status', text: 'meeting', when: 'Wed 14 Oct, 09:00' },
      { kind: 'note', text: 'called *her*', when: 'Tue 13 Oct, 09:00' },
    ]);
    expect(activities).toHaveLength(4);
  });

  it('shows no more than the last fifty', async () => {
    for (let n = 0; n < 55; n += 1)
      await addNote(database.db, { userId, leadId, text: `note ${n}`, now: later({ minutes: n + 1 }) });
    const { activities } = await detail();
    expect(activities).toHaveLength(50);
    expect(activities[0]).toMatchObject({ text: 'note 54' });
  });

  it('of somebody else is not there, and neither is one that never was', async () => {
    const stranger = await makeUser(database.db, { id: 2002 });
    expect(await getLeadDetail(database.db, stranger, leadId, monday)).toBeNull();
    expect(await getLeadDetail(database.db, user, randomUUID(), monday)).toBeNull();
  });
});

describe('a step of it', () => {
  const step = async (index: number, now = monday) => one((await detail(now)).steps, index);

  it('says when it is due, and why', async () => {
    expect(await step(1)).toMatchObject({
      id: await stepId(1),
      leadId,
      title: 'Step of day 3',
      why: 'Because it is day 3.',
      draft: 'Draft for day 3',
      timing: 'Day 3',
      status: 'open',
      due: { words: 'Thu 15 Oct, 09:00', tone: 'later' },
      dueWhy: 'Day 3 from Mon 12 Oct is Thu 15 Oct; 09:00 is your reminder hour (Europe/Berlin).',
      settledAt: null,
      snoozed: null,
    });
  });

  it.each(['done', 'skipped'] as const)('says when it was %s', async (status) => {
    await setStepStatus(database.db, {
      userId,
      stepId: await stepId(0),
      status,
      now: later({ minutes: 12 }),
    });
    expect(await step(0)).toMatchObject({ status, settledAt: 'Mon 12 Oct, 09:12', snoozed: null });
  });

  it('says until when it is snoozed, keeps its own date, and says no more of it afterwards', async () => {
    await snoozeStep(database.db, { userId, stepId: await stepId(0), to: later({ days: 3 }), now: monday });
    expect(await step(0)).toMatchObject({
      snoozed: 'Thu 15 Oct, 09:00',
      due: { words: 'Mon 12 Oct, 09:00' },
    });
    expect(await step(0, later({ days: 3 }))).toMatchObject({ snoozed: null });
  });

  it('that was added later counts from the day it was added', async () => {
    const words = { title: 'Call', draft: '', timing: 'in 2 days', dueLocal: null };
    await addStep(database.db, { userId, leadId, ...words, now: later({ days: 2 }) });
    expect(await step(4)).toMatchObject({
      dueWhy: '“in 2 days” from Wed 14 Oct is Fri 16 Oct; 09:00 is your reminder hour (Europe/Berlin).',
    });
  });

  it('without a timing says so, also after it was moved in the plan', async () => {
    const plan = planOf(0);
    plan.steps = [1, 2].map((n) => ({ title: `${n}`, why: '', draft: '', delayDays: null, timing: '' }));
    await savePlan(database.db, { leadId, plan, now: monday });
    const why = 'Without a timing, 3 days a step: Day 3 from Mon 12 Oct is Thu 15 Oct;';
    expect((await step(0)).dueWhy).toContain(why);
    await moveStep(database.db, { userId, stepId: await stepId(0), to: 1 });
    expect(await step(1)).toMatchObject({ title: '1', dueWhy: expect.stringContaining(why) });
  });
});
