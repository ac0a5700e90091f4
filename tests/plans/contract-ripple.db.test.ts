import { asc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { rememberMessage } from '../../server/chat-messages/mutations.ts';
import { acts, planSteps, scheduledReminders } from '../../server/db/schema.ts';
import { type Act, forgetOldActs, keepDates, undoAct } from '../../server/plans/acts.ts';
import { removeStep } from '../../server/plans/arrange-steps.ts';
import { addStep, editStep } from '../../server/plans/edit-steps.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { changePersonTime } from '../../server/plans/person-time.ts';
import { reopenStep } from '../../server/plans/reopen.ts';
import { type SettableStatus, setStepStatus } from '../../server/plans/step-mutations.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makePlannedLead, makeUser, monday, planOf } from '../support/people.ts';
import { claim, send } from '../support/reminders.ts';
import { historyOf, later, messagesOf, one, reminderOf, stepAt, stepsOf } from '../support/rows.ts';

/**
 * The cadence contract, T1 to T3, T6 and T15: Day 0, 3, 7 and 14 of a plan of Monday, 12 October 2026 in Berlin are due
 * Mon 12, Thu 15, Mon 19 and Mon 26 at 09:00; Day 0 is done at once.
 */
const database = openTestDatabase();
const userId = 1001;
let leadId: string;

const thursday = later({ days: 3 });
const nextMonday = later({ days: 7, hours: 1 });

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  await set(0, 'done', monday);
});

async function set(index: number, status: SettableStatus, now: Date) {
  const { id: stepId } = await stepAt(database.db, leadId, index);
  const result = await setStepStatus(database.db, { userId, stepId, status, now });
  if (!result.ok) throw new Error(result.reason);
  return result;
}

/** An act that must be there. */
async function actOf(done: Promise<{ act: Act | null }>): Promise<Act> {
  return one([(await done).act]);
}

const lateByTwo = () => actOf(set(1, 'done', nextMonday));
const dues = async () => (await stepsOf(database.db, leadId)).map(({ dueLocal }) => dueLocal);
const undo = (act: Act, now = nextMonday, of = userId) =>
  undoAct(database.db, { userId: of, actId: act.id, now });
const keep = (act: Act, now = nextMonday, of = userId) =>
  keepDates(database.db, { userId: of, actId: act.id, now });

/** Every row that an act may change, whole. */
async function rows() {
  const reminders = database.db
    .select()
    .from(scheduledReminders)
    .where(eq(scheduledReminders.leadId, leadId));
  return {
    steps: await stepsOf(database.db, leadId),
    reminders: await reminders.orderBy(asc(scheduledReminders.id)),
  };
}

const [mon12, thu15, mon19, mon26] = ['12', '15', '19', '26'].map((day) => `2026-10-${day}T09:00`);
const [wed21, wed28] = ['21', '28'].map((day) => `2026-10-${day}T09:00`);

describe('T1: a step that is done two working days late', () => {
  it('takes the open relative steps with it, and their reminders, over the change of the clocks', async () => {
    const act = await lateByTwo();
    expect(await dues()).toEqual([mon12, thu15, wed21, wed28]);
    expect(act).toMatchObject({
      movedBy: 2,
      moves: [
        { title: 'Step of day 7', from: '2026-10-19T07:00:00.000Z', to: '2026-10-21T07:00:00.000Z' },
        { title: 'Step of day 14', from: '2026-10-26T08:00:00.000Z', to: '2026-10-28T08:00:00.000Z' },
      ],
    });
    for (const { id, dueAt, status } of (await stepsOf(database.db, leadId)).slice(2)) {
      expect(status).toBe('open');
      expect(await reminderOf(database.db, id)).toMatchObject({ status: 'pending', dueAt, sendAt: dueAt });
    }
  });

  it('leaves pinned steps and those of an event where they are', async () => {
    const words = { title: 'Call', draft: '', now: monday };
    const at = { userId, leadId, ...words };
    await addStep(database.db, { ...at, timing: '', dueLocal: '2026-10-20T11:00' });
    await addStep(database.db, { ...at, timing: '2 weeks after the demo', dueLocal: null });
    await lateByTwo();
    expect(await dues()).toEqual([mon12, thu15, wed21, wed28, '2026-10-20T11:00', null]);
  });

  it('takes back everything as it was, to every column', async () => {
    const before = await rows();
    expect(await undo(await lateByTwo())).toMatchObject({ ok: true, leadId });
    expect(await rows()).toEqual(before);
    expect((await historyOf(database.db, leadId)).at(-1)).toBe('undone: Step of day 3');
  });

  it('keeps the dates: the step stays done, the others come when they were to come', async () => {
    const before = await rows();
    const act = await lateByTwo();
    expect(await keep(act)).toMatchObject({ ok: true, act: { movedBy: 0 } });
    expect(await dues()).toEqual([mon12, thu15, mon19, mon26]);
    const after = await rows();
    expect(after.steps.map(({ status }) => status)).toEqual(['done', 'done', 'open', 'open']);
    expect(after.steps.slice(2)).toEqual(before.steps.slice(2));
    expect(await keep(act)).toMatchObject({ ok: true });
    expect(await rows()).toEqual(after);
    expect(await undo(act)).toMatchObject({ ok: true });
    expect(await rows()).toEqual(before);
  });

  it('moves what was reminded of already, whose message then has the new date, and reminds again', async () => {
    const { id: stepId } = await stepAt(database.db, leadId, 2);
    const sentAt = later({ days: 7 });
    const { dueAt, id } = await reminderOf(database.db, stepId);
    expect(dueAt).toEqual(sentAt);
    await database.db
      .update(scheduledReminders)
      .set({ status: 'sent', sentAt, lastRemindedAt: sentAt, messageId: 77, attempts: 1 })
      .where(eq(scheduledReminders.id, id));
    const chat = { userId, chatId: userId, messageId: 77, kind: 'reminder', leadId, stepId } as const;
    await rememberMessage(database.db, { ...chat, versions: null, now: sentAt });
    const before = await rows();
    const [message] = await messagesOf(database.db);

    const act = await lateByTwo();
    expect((await messagesOf(database.db))[0]?.revision).toBeGreaterThan(message?.revision ?? 0);
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'pending', sentAt: null });
    expect((await undo(act)).ok).toBe(true);
    expect(await rows()).toEqual(before);
    expect(await claim(database.db, later({ days: 8 }))).toMatchObject([
      { stepId: expect.not.stringMatching(stepId) },
    ]);
  });

  it('does not remind twice when it is taken back after the moved reminder went out', async () => {
    const act = await lateByTwo();
    const { id } = await stepAt(database.db, leadId, 2);
    const message = await send(database.db, later({ days: 9 }), 80);
    expect(message.reminders.map(({ stepId }) => stepId)).toEqual([id]);
    expect(await undo(act, later({ days: 9, hours: 1 }))).toMatchObject({ ok: true });
    expect(await dues()).toEqual([mon12, thu15, mon19, mon26]);
    expect(await reminderOf(database.db, id)).toMatchObject({ status: 'sent', messageId: 80 });
    const soon = await claim(database.db, later({ days: 9, hours: 2 }));
    expect(soon.map(({ stepId }) => stepId)).not.toContain(id);
  });
});

describe('T1: a step that is given a later date', () => {
  const edit = async (index: number, dueLocal: string) => {
    const { id: stepId, title } = await stepAt(database.db, leadId, index);
    return editStep(database.db, { userId, stepId, title, draft: '', dueLocal, now: thursday });
  };

  it('takes those after it along by as many working days, and can be taken back', async () => {
    const before = await rows();
    const result = await edit(2, '2026-10-22T15:00');
    const act = one([result.ok ? result.act : null]);
    expect(act).toMatchObject({ movedBy: 3, moves: [{ title: 'Step of day 14' }] });
    expect(await dues()).toEqual([mon12, thu15, '2026-10-22T15:00', '2026-10-29T09:00']);
    await undo(act);
    const { draft } = planOf(7).steps[0] ?? {};
    await database.db.update(planSteps).set({ draft }).where(eq(planSteps.title, 'Step of day 7'));
    expect(await rows()).toEqual(before);
  });

  it('is counted as before once that is taken back, also where nobody gave a timing', async () => {
    const step = { userId, leadId, title: 'Call', draft: '', timing: '', dueLocal: null, now: thursday };
    await addStep(database.db, step);
    const before = await rows();
    const result = await edit(4, '2026-11-05T15:00');
    await undo(one([result.ok ? result.act : null]));
    expect(await rows()).toEqual(before);
  });

  it('moves nothing when the date is an earlier one', async () => {
    await edit(2, '2026-10-16T15:00');
    expect(await dues()).toEqual([mon12, thu15, '2026-10-16T15:00', mon26]);
  });
});

describe('T2: a step that is done early', () => {
  it.each([
    ['the day before', later({ days: 2 })],
    ['on its day, in the evening', later({ days: 3, hours: 10 })],
    ['three days before', monday],
  ])('moves nothing: %s', async (_, now) => {
    expect(await actOf(set(1, 'done', now))).toMatchObject({ moves: [], movedBy: 0 });
    expect(await dues()).toEqual([mon12, thu15, mon19, mon26]);
  });
});

describe('T3: a step that is skipped', () => {
  it('moves nothing on its day, and moves the others when it is overdue; history tells it from done', async () => {
    expect(await actOf(set(1, 'skipped', thursday))).toMatchObject({ moves: [] });
    await set(1, 'open', thursday);
    expect(await actOf(set(1, 'skipped', nextMonday))).toMatchObject({ movedBy: 2 });
    expect(await dues()).toEqual([mon12, thu15, wed21, wed28]);
    expect((await stepAt(database.db, leadId, 2)).moves).toMatchObject([{ because: 'skipped', by: 2 }]);
    expect((await historyOf(database.db, leadId)).at(-1)).toBe('skipped: Step of day 3');
  });
});

describe('T6: the clocks change on Sunday 25 October', () => {
  it('and 09:00 stays 09:00, in the plan and after a ripple', async () => {
    leadId = await makeLead(database.db, { name: 'Second' });
    await savePlan(database.db, { leadId, plan: planOf(10, 11, 14), now: monday });
    const instants = async () =>
      (await stepsOf(database.db, leadId)).map(({ dueAt }) => dueAt?.toISOString().slice(0, 16));
    expect(await instants()).toEqual(['2026-10-22T07:00', '2026-10-23T07:00', '2026-10-26T08:00']);
    // Friday, one working day late.
    const act = await actOf(set(0, 'done', later({ days: 11, hours: 1 })));
    expect(await instants()).toEqual(['2026-10-22T07:00', '2026-10-26T08:00', '2026-10-27T08:00']);
    await undo(act, later({ days: 14 }));
    expect(await instants()).toEqual(['2026-10-22T07:00', '2026-10-23T07:00', '2026-10-26T08:00']);
  });
});

describe('taking back', () => {
  it('is refused once something else was done with the lead’s steps', async () => {
    const act = await lateByTwo();
    const newer = await actOf(set(2, 'done', nextMonday));
    const now = await rows();
    expect(await undo(act)).toMatchObject({ ok: false, reason: 'newer' });
    expect(await keep(act)).toMatchObject({ ok: false, reason: 'newer' });
    expect(await rows()).toEqual(now);
    expect(await undo(newer)).toMatchObject({ ok: true });
    expect(await undo(act)).toMatchObject({ ok: true });
  });

  it.each([
    ['another step was opened again', () => set(0, 'open', later({ days: 8 }))],
    [
      'the plan was drafted again',
      () => savePlan(database.db, { leadId, plan: planOf(5), now: later({ days: 8 }) }),
    ],
    [
      'a step was removed',
      async () => {
        const { id: stepId } = await stepAt(database.db, leadId, 3);
        return removeStep(database.db, { userId, stepId, now: later({ days: 8 }) });
      },
    ],
  ])('is refused when %s since', async (_, change) => {
    const act = await lateByTwo();
    await change();
    const now = await rows();
    expect(await undo(act, later({ days: 8 }))).toMatchObject({ ok: false, reason: 'newer' });
    expect(await rows()).toEqual(now);
  });

  it('is refused when the person lives in another zone since: old dates would come at night', async () => {
    leadId = await makeLead(database.db, { name: 'Second' });
    await savePlan(database.db, { leadId, plan: planOf(14), now: monday });
    const act = await actOf(set(0, 'done', thursday));
    const change = { timeZone: 'America/New_York' };
    await changePersonTime(database.db, { userId, change, now: nextMonday });
    expect(await undo(act)).toMatchObject({ ok: false, reason: 'newer' });
    const { id: stepId } = await stepAt(database.db, leadId, 0);
    const reopened = await reopenStep(database.db, { userId, stepId, now: nextMonday });
    expect(reopened).toEqual({ ok: true, changed: true, dates: 'none' });
  });

  it('is done once, within a week, and by the person whose lead it is', async () => {
    await makeUser(database.db, { id: 2002 });
    const act = await lateByTwo();
    const now = await rows();
    for (const one of [await undo(act, nextMonday, 2002), await keep(act, nextMonday, 2002)])
      expect(one).toEqual({ ok: false, reason: 'gone' });
    expect(await rows()).toEqual(now);
    await undo(act);
    expect(await undo(act)).toEqual({ ok: false, reason: 'gone' });
    const again = await lateByTwo();
    await forgetOldActs(database.db, later({ days: 15 }));
    expect(await undo(again)).toEqual({ ok: false, reason: 'gone' });
  });
});

describe('T15: opening a step again', () => {
  const reopen = async (index: number, now = nextMonday) => {
    const { id: stepId } = await stepAt(database.db, leadId, index);
    return reopenStep(database.db, { userId, stepId, now });
  };

  it('takes back what settling it moved', async () => {
    const before = await rows();
    await lateByTwo();
    expect(await reopen(1)).toEqual({ ok: true, changed: true, dates: 'back' });
    expect(await rows()).toEqual(before);
  });

  it('opens only the step once something else was done since; the later dates stay', async () => {
    await lateByTwo();
    await set(3, 'skipped', nextMonday);
    expect(await reopen(1)).toEqual({ ok: true, changed: true, dates: 'stay' });
    expect(await dues()).toEqual([mon12, thu15, wed21, wed28]);
    expect(await stepAt(database.db, leadId, 1)).toMatchObject({ status: 'open', settledAt: null });
  });

  it('writes nothing when it is open, and knows nobody else’s', async () => {
    const before = await rows();
    expect(await reopen(1)).toEqual({ ok: true, changed: false, dates: 'none' });
    const { id: stepId } = await stepAt(database.db, leadId, 0);
    const stranger = await makeUser(database.db, { id: 2002 });
    const asked = { userId: stranger.id, stepId, now: nextMonday };
    expect(await reopenStep(database.db, asked)).toEqual({ ok: false, reason: 'not-found' });
    expect(await rows()).toEqual(before);
    expect(await database.db.select().from(acts)).toHaveLength(1);
    expect(await database.db.select().from(planSteps)).toHaveLength(4);
  });
});
