import { beforeEach, describe, expect, it } from 'vitest';
import { undoAct } from '../../server/plans/acts.ts';
import { restoreSteps, setLeadStatus } from '../../server/plans/close-lead.ts';
import { addStep } from '../../server/plans/edit-steps.ts';
import { setEventDate } from '../../server/plans/events.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { getLeadDetail } from '../../server/views/lead-detail.ts';
import { getLeadCard } from '../../server/views/leads.ts';
import { getToday } from '../../server/views/today.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makeUser, monday } from '../support/people.ts';
import { claim, send } from '../support/reminders.ts';
import { historyOf, later, one, reminderOf, remindersOf, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;
let user: Awaited<ReturnType<typeof makeUser>>;

const step = (title: string, timing: string, delayDays: number | null = null) => ({
  ...{ title, timing, delayDays, why: '', draft: '' },
});

/** Monday, Thursday, "2 weeks after the demo" and the day after the call. */
beforeEach(async () => {
  user = await makeUser(database.db);
  leadId = await makeLead(database.db);
  const steps = [
    step('Write', '', 0),
    step('Ask for a date', '', 3),
    step('Hear what they think', '2 weeks after the demo'),
    step('Send notes', 'after the call'),
  ];
  const plan = { title: 'Demo', draftedBy: 'person', steps };
  await savePlan(database.db, { leadId, plan, now: monday });
});

type Change = { event?: 'demo' | 'call'; now?: Date; by?: number };
const set = (local: string | null, { event = 'demo', now = monday, by = userId }: Change = {}) =>
  setEventDate(database.db, { userId: by, leadId, event, local, now });
const dues = async () => (await stepsOf(database.db, leadId)).map(({ dueLocal }) => dueLocal);
const actOf = (result: Awaited<ReturnType<typeof set>>) => one(result.ok ? [result.act] : []);
const undated = ['2026-10-12T09:00', '2026-10-15T09:00', null, null];

describe('a step that counts from an event without a date (T5)', () => {
  it('has no date and no reminder, and says what it waits for', async () => {
    expect(await dues()).toEqual(undated);
    expect(await remindersOf(database.db, leadId)).toHaveLength(2);
    const lead = one([await getLeadDetail(database.db, user, leadId, monday)]);
    expect(lead.events).toEqual([
      { event: 'demo', local: null, words: null, steps: 1 },
      { event: 'call', local: null, words: null, steps: 1 },
    ]);
    expect(one(lead.steps, 2).dueWhy).toContain('waits for the demo');
    expect((await getToday(database.db, user, monday)).waiting).toMatchObject([
      { leadId, leadName: 'Anna Petrova', event: 'demo', steps: 1 },
      { leadId, event: 'call', steps: 1 },
    ]);
  });

  it('is what its lead waits for once nothing else is open', async () => {
    for (const { id: stepId, dueAt } of await stepsOf(database.db, leadId))
      if (dueAt) await setStepStatus(database.db, { userId, stepId, status: 'done', now: monday });
    const card = await getLeadCard(database.db, user, leadId, monday);
    expect(card).toMatchObject({ next: null, waitsFor: 'demo' });
  });
});

describe('the date of an event (T5)', () => {
  it('dates the steps that count from it, and no others: demo on Thu 15, so Thu 29', async () => {
    const result = await set('2026-10-15T14:00');
    expect(await dues()).toEqual([undated[0], undated[1], '2026-10-29T09:00', null]);
    const third = one(await stepsOf(database.db, leadId), 2);
    expect(third).toMatchObject({ anchor: 'demo', countedFrom: '2026-10-15T14:00', moves: [] });
    // The clocks were put back on the 25th: 09:00 is 08:00Z now.
    expect(third.dueAt).toEqual(new Date('2026-10-29T08:00:00Z'));
    expect(await reminderOf(database.db, third.id)).toMatchObject({ status: 'pending', dueAt: third.dueAt });
    expect(actOf(result).moves).toEqual([
      { stepId: third.id, title: third.title, from: '', to: '2026-10-29T08:00:00.000Z' },
    ]);
    expect((await historyOf(database.db, leadId)).at(-1)).toBe('event: demo on Thu 15 Oct, 14:00');
  });

  it('moves only its own steps when it moves', async () => {
    await set('2026-10-15T14:00');
    await set('2026-10-13T10:00', { event: 'call' });
    await set('2026-10-20T11:00', { now: later({ hours: 1 }) });
    expect(await dues()).toEqual([undated[0], undated[1], '2026-11-03T09:00', '2026-10-14T09:00']);
  });

  it('can be taken away again: its steps wait, and nothing is sent about them', async () => {
    await set('2026-10-15T14:00');
    const result = await set(null);
    expect(await dues()).toEqual(undated);
    expect(actOf(result).moves).toMatchObject([{ from: '2026-10-29T08:00:00.000Z', to: '' }]);
    const due = await claim(database.db, later({ days: 30, hours: 1 }));
    expect(due.map(({ stepId }) => stepId)).not.toContain(one(await stepsOf(database.db, leadId), 2).id);
    expect((await historyOf(database.db, leadId)).at(-1)).toContain('demo');
  });

  it('that is taken away does not come back with a lead that is closed and opened', async () => {
    await set('2026-10-15T14:00');
    await set(null);
    await setLeadStatus(database.db, { userId, leadId, status: 'lost', now: monday });
    await setLeadStatus(database.db, { userId, leadId, status: 'new', now: monday });
    await restoreSteps(database.db, { userId, leadId, now: monday });
    expect((await remindersOf(database.db, leadId)).map(({ status }) => status)).toEqual([
      'pending',
      'pending',
      'cancelled',
    ]);
  });

  it('in the last month is fine: what would be late comes now, inside the window', async () => {
    const evening = later({ hours: 12 });
    await set('2026-09-25T14:00', { now: evening });
    expect(one(await dues(), 2)).toBe('2026-10-13T09:00');
    const lead = one([await getLeadDetail(database.db, user, leadId, evening)]);
    expect(one(lead.steps, 2).dueWhy).toContain('moved to Tue 13 Oct because that had passed already');
  });

  it('dates a step that is added later, too', async () => {
    await set('2026-10-15T14:00');
    const words = { title: 'Thank them', draft: '', timing: '1 day after the demo', dueLocal: null };
    const added = await addStep(database.db, { userId, leadId, ...words, now: monday });
    expect(added).toMatchObject({ ok: true, due: { dueLocal: '2026-10-16T09:00' } });
  });

  it('leaves alone what was done before, and what is given the same date again', async () => {
    const [, , third] = await stepsOf(database.db, leadId);
    await setStepStatus(database.db, { userId, stepId: third?.id ?? '', status: 'done', now: monday });
    await set('2026-10-15T14:00');
    expect(await dues()).toEqual(undated);
    expect(await set('2026-10-15T14:00')).toEqual({ ok: true, act: null, steps: 0 });
  });

  it('is followed by a step that is opened again', async () => {
    const { id: stepId } = one(await stepsOf(database.db, leadId), 2);
    await setStepStatus(database.db, { userId, stepId, status: 'done', now: monday });
    await set('2026-10-15T14:00');
    await setStepStatus(database.db, { userId, stepId, status: 'open', now: monday });
    expect(await dues()).toEqual([undated[0], undated[1], '2026-10-29T09:00', null]);
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'pending' });
  });

  it('that is past brings a step that is added later now, not into the past', async () => {
    await set('2026-10-01T14:00');
    const words = { title: 'Thank them', draft: '', timing: '1 day after the demo', dueLocal: null };
    const added = await addStep(database.db, { userId, leadId, ...words, now: monday });
    expect(added).toMatchObject({ ok: true, due: { dueLocal: '2026-10-12T09:00' } });
  });

  it('that moves by hours within a day does not remind anybody twice', async () => {
    await set('2026-09-28T14:00');
    const third = one(await stepsOf(database.db, leadId), 2);
    await send(database.db, later({ minutes: 1 }));
    await send(database.db, later({ minutes: 2 }), 78);
    expect(await reminderOf(database.db, third.id)).toMatchObject({ status: 'sent' });
    await set('2026-09-28T16:00', { now: later({ hours: 1 }) });
    expect(await reminderOf(database.db, third.id)).toMatchObject({ status: 'sent' });
  });
});

describe('undo', () => {
  it('brings back the date the event had, and every step as it was', async () => {
    await set('2026-10-15T14:00');
    const [steps, reminders] = [await stepsOf(database.db, leadId), await remindersOf(database.db, leadId)];
    const { id: actId } = actOf(await set('2026-10-20T11:00'));
    expect(await undoAct(database.db, { userId, actId, now: monday })).toMatchObject({ ok: true });
    expect(await stepsOf(database.db, leadId)).toEqual(steps);
    expect(await remindersOf(database.db, leadId)).toEqual(reminders);
    const lead = await getLeadDetail(database.db, user, leadId, monday);
    expect(lead?.events).toMatchObject([{ event: 'demo', local: '2026-10-15T14:00' }, { event: 'call' }]);
  });

  it('of the first date makes the steps wait again, without a reminder', async () => {
    const { id: actId } = actOf(await set('2026-10-15T14:00'));
    await undoAct(database.db, { userId, actId, now: monday });
    expect(await dues()).toEqual(undated);
    expect(await remindersOf(database.db, leadId)).toHaveLength(2);
  });

  it('of taking the date away schedules them again', async () => {
    await set('2026-10-15T14:00');
    const reminders = await remindersOf(database.db, leadId);
    const { id: actId } = actOf(await set(null));
    await undoAct(database.db, { userId, actId, now: monday });
    expect(await remindersOf(database.db, leadId)).toEqual(reminders);
  });
});

describe('refused, and nothing changes', () => {
  it.each([
    ['a word', 'tomorrow', 'no-date'],
    ['a day that does not exist', '2026-02-30T09:00', 'no-date'],
    ['1970', '1970-01-01T00:00', 'far'],
    ['9999', '9999-12-31T23:59', 'far'],
    ['more than a month ago', '2026-09-11T08:00', 'far'],
  ])('%s', async (_, local, reason) => {
    expect(await set(local)).toEqual({ ok: false, reason });
    expect(await dues()).toEqual(undated);
  });

  it('a date for another person’s lead, or for a closed one', async () => {
    await makeUser(database.db, { id: 1002 });
    expect(await set('2026-10-15T14:00', { by: 1002 })).toEqual({ ok: false, reason: 'not-found' });
    await setLeadStatus(database.db, { userId, leadId, status: 'won', now: monday });
    expect(await set('2026-10-15T14:00')).toEqual({ ok: false, reason: 'closed' });
  });
});
