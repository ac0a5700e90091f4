import { beforeEach, describe, expect, it } from 'vitest';
import type { DraftedPlan } from '../../server/plans/draft.ts';
import { editStep } from '../../server/plans/edit-steps.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, monday, planOf } from '../support/people.ts';
import { later, remindersOf, stepAt, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
});

const idsByTitle = async () =>
  Object.fromEntries((await stepsOf(database.db, leadId)).map(({ title, id }) => [title, id]));
const dates = async () =>
  (await stepsOf(database.db, leadId)).map(
    ({ title, status, dueLocal }) => `${title}: ${status}, ${dueLocal}`,
  );
const draft = (plan: DraftedPlan, now = later({ days: 1 })) => savePlan(database.db, { leadId, plan, now });

/** Day 0 is done; the person pinned day 7 to Wednesday the 21st. */
async function workOnIt() {
  const [first, , third] = await stepsOf(database.db, leadId);
  await setStepStatus(database.db, { userId, stepId: first?.id ?? '', status: 'done', now: monday });
  const { id: stepId = '', title = '' } = third ?? {};
  await editStep(database.db, {
    userId,
    stepId,
    title,
    draft: 'Mine',
    dueLocal: '2026-10-21T15:30',
    now: monday,
  });
}

describe('T11: a new draft of a plan that is under way', () => {
  it('touches neither what is done nor what is pinned', async () => {
    await workOnIt();
    const before = await stepsOf(database.db, leadId);
    await draft(planOf(2, 9));
    const after = await stepsOf(database.db, leadId);
    expect(after.find(({ status }) => status === 'done')).toEqual(before[0]);
    expect(after.find(({ anchor }) => anchor === 'pinned')).toEqual({ ...before[2], position: 2 });
    expect(await dates()).toEqual([
      'Step of day 0: done, 2026-10-12T09:00',
      'Step of day 2: open, 2026-10-15T09:00',
      'Step of day 7: open, 2026-10-21T15:30',
      'Step of day 9: open, 2026-10-22T09:00',
    ]);
  });

  it('keeps a step of the same title, so that its buttons in the chat go on working', async () => {
    const before = await idsByTitle();
    const plan = planOf(3, 20);
    await draft({ ...plan, steps: plan.steps.map((step) => ({ ...step, draft: 'New words' })) });
    const after = await idsByTitle();
    expect(after['Step of day 3']).toBe(before['Step of day 3']);
    expect(after['Step of day 14']).toBeUndefined();
    expect((await stepAt(database.db, leadId, 0)).draft).toBe('New words');
  });

  it('does not plan once more what the person has pinned', async () => {
    await workOnIt();
    await draft(planOf(7));
    expect(await dates()).toEqual([
      'Step of day 0: done, 2026-10-12T09:00',
      'Step of day 7: open, 2026-10-21T15:30',
    ]);
    expect((await stepAt(database.db, leadId, 1)).draft).toBe('Mine');
  });

  it('leaves one pending reminder for each open step, however often it is saved', async () => {
    await workOnIt();
    for (const _ of [1, 2, 3]) await draft(planOf(2, 9));
    const open = (await stepsOf(database.db, leadId)).filter(({ status }) => status === 'open');
    const pending = (await remindersOf(database.db, leadId)).filter(({ status }) => status === 'pending');
    expect(pending.map(({ stepId }) => stepId).sort()).toEqual(open.map(({ id }) => id).sort());
  });
});

describe('T12: a template that changes', () => {
  it('changes no plan that runs: its steps are copies', async () => {
    const plan = planOf(0, 3);
    await draft(plan);
    const before = await stepsOf(database.db, leadId);
    for (const step of plan.steps) Object.assign(step, { title: 'Changed', draft: 'Changed', delayDays: 99 });
    expect(await stepsOf(database.db, leadId)).toEqual(before);
  });
});
