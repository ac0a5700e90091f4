import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { planSteps } from '../../server/db/schema.ts';
import { undoAct } from '../../server/plans/acts.ts';
import { restoreSteps, setLeadStatus } from '../../server/plans/close-lead.ts';
import { editStep } from '../../server/plans/edit-steps.ts';
import { setEventDate } from '../../server/plans/events.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { getLeadDetail } from '../../server/views/lead-detail.ts';
import { getToday } from '../../server/views/today.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday, planOf } from '../support/people.ts';
import { claim, send } from '../support/reminders.ts';
import { historyOf, later, leadRow, one, reminderOf, remindersOf, stepAt, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;
let user: Awaited<ReturnType<typeof makeUser>>;

beforeEach(async () => {
  ({ leadId, user } = await makePlannedLead(database.db));
});

type Status = 'won' | 'lost' | 'new' | 'meeting';
const setStatus = (status: Status, now = monday) =>
  setLeadStatus(database.db, { userId, leadId, status, now });
const restore = (now: Date, by = userId) => restoreSteps(database.db, { userId: by, leadId, now });
const dues = async () => (await stepsOf(database.db, leadId)).map(({ dueLocal }) => dueLocal);
const statuses = async () => (await stepsOf(database.db, leadId)).map(({ status }) => status);
const done = async (index: number, now = monday) => {
  const { id: stepId } = await stepAt(database.db, leadId, index);
  await setStepStatus(database.db, { userId, stepId, status: 'done', now });
};

/** The clocks are put back on 25 October; the contract's days stay at 09:00. */
const at = (day: number, hour = 9) =>
  new Date(`2026-10-${day}T${String(hour - (day < 25 ? 2 : 1)).padStart(2, '0')}:00:00Z`);

describe.each(['won', 'lost'] as const)('a lead that is %s (T9)', (status) => {
  it('has its open steps cancelled, with their dates, and nothing is sent', async () => {
    await done(0);
    expect(await setStatus(status, later({ hours: 1 }))).toMatchObject({ ok: true, cancelled: 3 });
    expect(await statuses()).toEqual(['done', 'cancelled', 'cancelled', 'cancelled']);
    expect(await dues()).toEqual([
      ...['2026-10-12T09:00', '2026-10-15T09:00', '2026-10-19T09:00', '2026-10-26T09:00'],
    ]);
    expect(await claim(database.db, later({ days: 30, hours: 1 }))).toEqual([]);
    const lead = await getLeadDetail(database.db, user, leadId, later({ hours: 2 }));
    expect(lead).toMatchObject({ cancelled: 3, next: null, progress: { settled: 1, total: 1 } });
    expect((await getToday(database.db, user, later({ hours: 2 }))).total).toBe(1);
  });
});

describe('closing', () => {
  it('can be undone exactly, a pause included', async () => {
    const before = [await stepsOf(database.db, leadId), await remindersOf(database.db, leadId)];
    const result = await setStatus('lost');
    const actId = one(result.ok ? [result.act] : []).id;
    expect(await undoAct(database.db, { userId, actId, now: monday })).toMatchObject({ ok: true });
    expect([await stepsOf(database.db, leadId), await remindersOf(database.db, leadId)]).toEqual(before);
    expect(await leadRow(database.db, leadId)).toMatchObject({ status: 'new' });
  });

  it('from won to lost, and opening, restore nothing by themselves', async () => {
    await setStatus('won');
    await setStatus('lost');
    expect(await setStatus('meeting', at(13))).toMatchObject({ ok: true, cancelled: 4 });
    expect(await statuses()).toEqual(Array(4).fill('cancelled'));
    expect(await claim(database.db, later({ days: 30, hours: 1 }))).toEqual([]);
  });
});

describe('restoring (T9)', () => {
  it('keeps what is still to come: closed on Mon 12, restored on Wed 14', async () => {
    await done(0);
    await setStatus('lost', later({ hours: 1 }));
    await setStatus('meeting', at(14));
    expect(await restore(at(14))).toMatchObject({ ok: true, restored: 3, act: { moves: [], movedBy: 0 } });
    expect(await statuses()).toEqual(['done', 'open', 'open', 'open']);
    expect((await dues()).slice(1)).toEqual(['2026-10-15T09:00', '2026-10-19T09:00', '2026-10-26T09:00']);
    const reminders = await remindersOf(database.db, leadId);
    expect(reminders.map(({ status }) => status)).toEqual(['done', 'pending', 'pending', 'pending']);
    expect((await historyOf(database.db, leadId)).at(-1)).toBe('restored: 3 steps');
  });

  it('moves what has passed by the working days it was closed, in order: closed from Mon 12 to Tue 20', async () => {
    await done(0);
    await setStatus('lost', later({ hours: 1 }));
    await setStatus('meeting', at(20));
    const result = await restore(at(20));
    // Six working days: Thu 15 is Fri 23, Mon 19 is Tue 27; Mon 26 would be overtaken, so it moves as well.
    expect((await dues()).slice(1)).toEqual(['2026-10-23T09:00', '2026-10-27T09:00', '2026-11-03T09:00']);
    expect(result).toMatchObject({ ok: true, act: { movedBy: 6, moves: [{}, {}, {}] } });
    expect((await stepAt(database.db, leadId, 1)).moves).toEqual([{ by: 6, because: 'resumed', title: '' }]);
    expect((await stepAt(database.db, leadId, 3)).dueAt).toEqual(new Date('2026-11-03T08:00:00Z'));
    const reminders = await remindersOf(database.db, leadId);
    expect(reminders.slice(1).every(({ status, dueAt }) => status === 'pending' && dueAt > at(20))).toBe(
      true,
    );
  });

  it('can be undone: the steps are cancelled again', async () => {
    await setStatus('lost');
    await setStatus('meeting', at(20));
    const before = [await stepsOf(database.db, leadId), await remindersOf(database.db, leadId)];
    const result = await restore(at(20));
    const actId = one(result.ok ? [result.act] : []).id;
    await undoAct(database.db, { userId, actId, now: at(20) });
    expect([await stepsOf(database.db, leadId), await remindersOf(database.db, leadId)]).toEqual(before);
  });

  it('on the same day repeats nothing that was sent', async () => {
    await send(database.db);
    await setStatus('lost', later({ hours: 1 }));
    await setStatus('new', later({ hours: 2 }));
    await restore(later({ hours: 2 }));
    const { id } = await stepAt(database.db, leadId, 0);
    expect(await reminderOf(database.db, id)).toMatchObject({ status: 'sent' });
    expect(await claim(database.db, later({ hours: 3 }))).toEqual([]);
  });

  it('in the evening reminds of what was missed on the next morning', async () => {
    await setStatus('lost');
    await setStatus('new', later({ hours: 12 }));
    await restore(later({ hours: 12 }));
    const { id } = await stepAt(database.db, leadId, 0);
    expect(await reminderOf(database.db, id)).toMatchObject({ status: 'pending', dueAt: at(13) });
  });

  it('leaves a pinned step where the person put it, and dates those of an event by its date now', async () => {
    const { id: stepId } = await stepAt(database.db, leadId, 1);
    const words = { title: 'Pinned', draft: '', dueLocal: '2026-10-14T11:00' };
    await editStep(database.db, { userId, stepId, ...words, now: monday });
    await setEventDate(database.db, {
      userId,
      leadId,
      event: 'demo',
      local: '2026-10-15T14:00',
      now: monday,
    });
    const third = await stepAt(database.db, leadId, 2);
    const ofDemo = {
      anchor: 'demo',
      dueSource: 'timing',
      timing: '2 weeks after the demo',
      delayDays: null,
    } as const;
    await database.db.update(planSteps).set(ofDemo).where(eq(planSteps.id, third.id));
    await setStatus('lost');
    await setStatus('new', at(20));
    await restore(at(20));
    expect(await stepAt(database.db, leadId, 1)).toMatchObject({ dueLocal: '2026-10-14T11:00', moves: [] });
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'pending', dueAt: at(20) });
    expect(await stepAt(database.db, leadId, 2)).toMatchObject({ dueLocal: '2026-10-29T09:00' });
  });

  it('of one step by its checkbox works as well', async () => {
    await setStatus('lost');
    await setStatus('new', at(13));
    const { id: stepId } = await stepAt(database.db, leadId, 1);
    await setStepStatus(database.db, { userId, stepId, status: 'open', now: at(13) });
    expect(await statuses()).toEqual(['cancelled', 'open', 'cancelled', 'cancelled']);
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'pending', dueAt: at(15) });
  });

  it('gives the reminders back of steps that an older version left open in a closed lead', async () => {
    await setStatus('lost');
    await database.db.update(planSteps).set({ status: 'open', settledAt: null });
    await setStatus('new', monday);
    expect((await remindersOf(database.db, leadId)).map(({ status }) => status)).toEqual(
      Array(4).fill('pending'),
    );
    expect(await restore(monday)).toEqual({ ok: false, reason: 'nothing' });
  });

  it('is not needed after a new draft: that takes the place of what was cancelled', async () => {
    await done(0);
    await setStatus('lost');
    await setStatus('new', at(13));
    const [, second] = await stepsOf(database.db, leadId);
    await savePlan(database.db, { leadId, plan: planOf(3, 5), now: at(13) });
    expect(await statuses()).toEqual(['done', 'open', 'open']);
    expect(await stepAt(database.db, leadId, 1)).toMatchObject({ id: second?.id, settledAt: null });
  });

  it('is refused for a closed lead, and for somebody else', async () => {
    await makeUser(database.db, { id: 1002 });
    await setStatus('won');
    expect(await restore(monday)).toEqual({ ok: false, reason: 'closed' });
    expect(await restore(monday, 1002)).toEqual({ ok: false, reason: 'not-found' });
    expect(await statuses()).toEqual(Array(4).fill('cancelled'));
  });
});
