import { count, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { rememberMessage } from '../../server/chat-messages/mutations.ts';
import { leads, planRequests, planSteps, plans, scheduledReminders } from '../../server/db/schema.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import type { DraftedPlan } from '../../server/plans/draft.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { claimPlanRequest, requestPlan } from '../../server/plans/requests.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makePlannedLead, makeUser, monday, planOf } from '../support/people.ts';
import { historyOf, later, leadRow, messagesOf, one, remindersOf, stepAt, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;

describe('saving a plan', () => {
  it('gives each step its place, its date and one pending reminder', async () => {
    const { leadId } = await makePlannedLead(database.db);
    const steps = await stepsOf(database.db, leadId);
    expect(steps.map(({ position, title, dueLocal }) => [position, title, dueLocal])).toEqual([
      [0, 'Step of day 0', '2026-10-12T09:00'],
      [1, 'Step of day 3', '2026-10-15T09:00'],
      [2, 'Step of day 7', '2026-10-19T09:00'],
      [3, 'Step of day 14', '2026-10-26T09:00'],
    ]);
    const reminders = await remindersOf(database.db, leadId);
    expect(reminders.map(({ stepId, dueAt, status, chatId }) => ({ stepId, dueAt, status, chatId }))).toEqual(
      steps.map(({ id, dueAt }) => ({ stepId: id, dueAt, status: 'pending', chatId: userId })),
    );
    expect(await historyOf(database.db, leadId)).toEqual(['created', 'plan: Test plan']);
  });

  it('keeps what the drafter wrote, whatever characters it holds', async () => {
    await makeUser(database.db);
    const leadId = await makeLead(database.db);
    const step = {
      title: '*_[](~`',
      why: "O'Neil <b>",
      draft: '👩‍💻 שלום\n{x} $1',
      delayDays: null,
      timing: '%s',
    };
    await savePlan(database.db, {
      leadId,
      plan: { title: '\\', draftedBy: 'x', steps: [step] },
      now: monday,
    });
    expect(await stepAt(database.db, leadId, 0)).toMatchObject({ ...step, dueSource: 'default' });
  });

  it('counts a timing nobody understands by the place in the draft, not in the list', async () => {
    const { leadId } = await makePlannedLead(database.db);
    const first = await stepAt(database.db, leadId, 0);
    await setStepStatus(database.db, { userId, stepId: first.id, status: 'done', now: monday });
    const plan = planOf(0);
    plan.steps = [{ title: 'Whenever', why: '', draft: '', delayDays: null, timing: '' }];
    await savePlan(database.db, { leadId, plan, now: monday });
    expect(await stepAt(database.db, leadId, 1)).toMatchObject({ dueLocal: '2026-10-15T09:00', position: 1 });
  });

  it('saves a plan without steps', async () => {
    await makeUser(database.db);
    const leadId = await makeLead(database.db);
    expect(await savePlan(database.db, { leadId, plan: planOf(), now: monday })).toBe(true);
    expect(await stepsOf(database.db, leadId)).toEqual([]);
  });
});

describe('saving a plan twice', () => {
  it('leaves exactly one pending reminder for each open step', async () => {
    const { leadId } = await makePlannedLead(database.db);
    const plan = planOf(0, 3, 7, 14);
    await savePlan(database.db, { leadId, plan, now: monday });
    await Promise.all([
      savePlan(database.db, { leadId, plan, now: monday }),
      savePlan(database.db, { leadId, plan, now: monday }),
    ]);
    const steps = await stepsOf(database.db, leadId);
    const reminders = await remindersOf(database.db, leadId);
    expect(steps.map(({ position, delayDays }) => [position, delayDays])).toEqual([
      [0, 0],
      [1, 3],
      [2, 7],
      [3, 14],
    ]);
    expect(reminders.map((reminder) => reminder.stepId)).toEqual(steps.map((step) => step.id));
    expect(reminders.every((reminder) => reminder.status === 'pending')).toBe(true);
    expect(await database.db.select({ n: count() }).from(scheduledReminders)).toEqual([{ n: 4 }]);
    expect(await database.db.select({ n: count() }).from(plans)).toEqual([{ n: 1 }]);
  });

  it('leaves done and skipped steps untouched, before the new ones', async () => {
    const { leadId } = await makePlannedLead(database.db);
    const [open, done, skipped] = await stepsOf(database.db, leadId);
    await setStepStatus(database.db, {
      userId,
      stepId: one([done]).id,
      status: 'done',
      now: later({ days: 1 }),
    });
    await setStepStatus(database.db, {
      userId,
      stepId: one([skipped]).id,
      status: 'skipped',
      now: later({ days: 2 }),
    });
    const settled = [await stepAt(database.db, leadId, 1), await stepAt(database.db, leadId, 2)];
    const kept = await remindersOf(database.db, leadId);

    await savePlan(database.db, { leadId, plan: planOf(1, 2), now: later({ days: 2 }) });

    const steps = await stepsOf(database.db, leadId);
    expect(steps.map((step) => [step.position, step.title, step.status])).toEqual([
      [0, 'Step of day 3', 'done'],
      [1, 'Step of day 7', 'skipped'],
      [2, 'Step of day 1', 'open'],
      [3, 'Step of day 2', 'open'],
    ]);
    expect(steps.slice(0, 2).map((step) => ({ ...step, position: 0 }))).toEqual(
      settled.map((step) => ({ ...step, position: 0 })),
    );
    const reminders = await remindersOf(database.db, leadId);
    expect(reminders.filter(({ status }) => status !== 'pending')).toEqual(
      kept.filter(({ status }) => status !== 'pending'),
    );
    expect(reminders.filter(({ status }) => status === 'pending')).toHaveLength(2);
    expect(steps.map((step) => step.id)).not.toContain(one([open]).id);
  });

  it('makes the messages about the steps that went, and about the plan, tell the truth again', async () => {
    const { leadId } = await makePlannedLead(database.db);
    const step = await stepAt(database.db, leadId, 0);
    const message = { userId, chatId: userId, leadId, now: monday };
    await rememberMessage(database.db, { ...message, messageId: 1, kind: 'plan', stepId: null });
    await rememberMessage(database.db, { ...message, messageId: 2, kind: 'reminder', stepId: step.id });
    await savePlan(database.db, { leadId, plan: planOf(1), now: monday });
    const messages = await messagesOf(database.db);
    expect(messages).toMatchObject([{ leadId }, { leadId, stepId: null }]);
    expect(messages.every(({ revision }) => revision > 1)).toBe(true);
  });
});

describe('a plan that comes too late', () => {
  it('is not saved when the lead is gone', async () => {
    const { leadId } = await makePlannedLead(database.db);
    await deleteLead(database.db, { userId, leadId, now: monday });
    expect(await savePlan(database.db, { leadId, plan: planOf(0), now: monday })).toBe(false);
    expect(await database.db.select().from(planSteps)).toEqual([]);
  });

  it.each(['won', 'lost'] as const)(
    'is not saved when the lead was %s, and its request is cancelled',
    async (status) => {
      await makeUser(database.db);
      const leadId = await makeLead(database.db);
      await requestPlan(database.db, { userId, leadId, now: monday });
      const request = await claimPlanRequest(database.db, monday);
      await setLeadStatus(database.db, { userId, leadId, status, now: monday });
      const saved = await savePlan(database.db, {
        leadId,
        requestId: request?.id,
        plan: planOf(0),
        now: monday,
      });
      expect(saved).toBe(false);
      expect(await stepsOf(database.db, leadId)).toEqual([]);
      expect(await database.db.select().from(planRequests)).toMatchObject([{ status: 'cancelled' }]);
    },
  );
});

describe('a plan that cannot be saved', () => {
  const broken: DraftedPlan = { ...planOf(1, 2), title: 'Broken plan' };

  it('leaves the old plan, its reminders and its request as they were', async () => {
    const { leadId } = await makePlannedLead(database.db);
    await requestPlan(database.db, { userId, leadId, now: monday });
    const request = await claimPlanRequest(database.db, monday);
    const before = [await stepsOf(database.db, leadId), await remindersOf(database.db, leadId)];
    const lead = await leadRow(database.db, leadId);
    await failOnReminder('2026-10-14');
    try {
      const saving = savePlan(database.db, {
        leadId,
        requestId: request?.id,
        plan: broken,
        now: later({ hours: 1 }),
      });
      await expect(saving).rejects.toThrow();
    } finally {
      await database.db.execute(sql`drop trigger fails on scheduled_reminders`);
    }
    expect([await stepsOf(database.db, leadId), await remindersOf(database.db, leadId)]).toEqual(before);
    expect(await database.db.select().from(plans)).toMatchObject([{ title: 'Test plan' }]);
    expect(await database.db.select().from(planRequests)).toMatchObject([{ status: 'working' }]);
    expect(await database.db.select().from(leads)).toEqual([lead]);
    expect(await historyOf(database.db, leadId)).toEqual(['created', 'plan: Test plan']);
  });

  it('leaves nothing when there was none', async () => {
    await makeUser(database.db);
    const leadId = await makeLead(database.db);
    const plan = planOf(0, 3_000_000_000);
    await expect(savePlan(database.db, { leadId, plan, now: monday })).rejects.toThrow(
      'insert into "plan_steps"',
    );
    expect(await database.db.select().from(plans)).toEqual([]);
    expect(await stepsOf(database.db, leadId)).toEqual([]);
  });

  /** The database refuses a reminder due on that day, which is the last of what a plan writes. */
  async function failOnReminder(day: string) {
    await database.db.execute(sql`create or replace function fails() returns trigger language plpgsql as
      $$ begin raise exception 'no room'; end $$`);
    await database.db.execute(sql`create trigger fails before insert on scheduled_reminders for each row
      when (new.due_at >= ${sql.raw(`'${day}'`)}) execute function fails()`);
  }
});
