import { describe, expect, it } from 'vitest';
import { getUser } from '../../server/auth/users.ts';
import { undoAct } from '../../server/plans/acts.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { addStep } from '../../server/plans/edit-steps.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { pauseLead, wakeLater } from '../../server/plans/pause.ts';
import { previewResume, resumeLead } from '../../server/plans/resume.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { getLeads } from '../../server/views/leads.ts';
import { getToday } from '../../server/views/today.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday, planOf } from '../support/people.ts';
import { claim } from '../support/reminders.ts';
import { historyOf, later, leadRow, one, remindersOf, stepAt, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
const nothing = { waitingFor: null, wakeLocal: null };
const aWeekLater = later({ days: 7 });

/** Day 0, 3, 7 and 14 of the contract; day 0 was done on time. */
async function planWithDayNoughtDone() {
  const { leadId } = await makePlannedLead(database.db);
  const { id: stepId } = await stepAt(database.db, leadId, 0);
  await setStepStatus(database.db, { userId, stepId, status: 'done', now: monday });
  return leadId;
}

const pause = (leadId: string, now = monday, over: Partial<Parameters<typeof pauseLead>[1]> = {}) =>
  pauseLead(database.db, { userId, leadId, reason: 'paused', ...nothing, now, ...over });
const duesOf = async (leadId: string) => (await stepsOf(database.db, leadId)).map(({ dueLocal }) => dueLocal);
const statusesOf = async (leadId: string) =>
  (await remindersOf(database.db, leadId)).map(({ status }) => status);

describe('T9: the lead replied', () => {
  it('pauses the plan and cancels its pending reminders in the same transaction', async () => {
    const leadId = await planWithDayNoughtDone();
    expect(await pause(leadId, monday, { reason: 'replied' })).toMatchObject({ ok: true, wakeAt: null });
    expect(await leadRow(database.db, leadId)).toMatchObject({ pausedAt: monday, pauseReason: 'replied' });
    expect(await statusesOf(leadId)).toEqual(['done', 'cancelled', 'cancelled', 'cancelled']);
    expect(await claim(database.db, later({ days: 30 }))).toEqual([]);
    expect(await historyOf(database.db, leadId)).toContain('paused');
  });

  it('can be taken back, and everything is as it was', async () => {
    const leadId = await planWithDayNoughtDone();
    const before = [await stepsOf(database.db, leadId), await statusesOf(leadId)];
    const paused = await pause(leadId, monday, { reason: 'replied' });
    if (!paused.ok) throw new Error(paused.reason);
    await undoAct(database.db, { userId, actId: paused.act.id, now: monday });
    expect([await stepsOf(database.db, leadId), await statusesOf(leadId)]).toEqual(before);
    expect(await leadRow(database.db, leadId)).toMatchObject({ pausedAt: null, pauseReason: null });
  });

  it('leaves no step of it among those that are overdue or to do', async () => {
    const leadId = await planWithDayNoughtDone();
    await pause(leadId, monday, { reason: 'replied' });
    const user = one([await getUser(database.db, userId)]);
    const view = await getLeads(database.db, user, {}, aWeekLater);
    expect(view).toMatchObject({ overdue: 0, leads: [{ next: null, pause: { reason: 'replied' } }] });
    expect(await getToday(database.db, user, aWeekLater)).toMatchObject({ overdue: [], today: [] });
  });

  it('lets a new plan go on at once', async () => {
    const leadId = await planWithDayNoughtDone();
    await pause(leadId, monday, { reason: 'replied' });
    await savePlan(database.db, { leadId, plan: planOf(1), now: monday });
    expect(await leadRow(database.db, leadId)).toMatchObject({ pausedAt: null, wakeAt: null });
    expect(await claim(database.db, later({ days: 1 }))).toHaveLength(1);
  });

  it('ends with the lead: one that is lost does not rest when it is opened again', async () => {
    const leadId = await planWithDayNoughtDone();
    await pause(leadId);
    await setLeadStatus(database.db, { userId, leadId, status: 'lost', now: monday });
    await setLeadStatus(database.db, { userId, leadId, status: 'contacted', now: monday });
    expect(await leadRow(database.db, leadId)).toMatchObject({ pausedAt: null });
  });
});

describe('T10: pause, then resume', () => {
  it('lets the wait that was left go on: a week later, Thu 22, Mon 26 and Mon 2 November', async () => {
    const leadId = await planWithDayNoughtDone();
    await pause(leadId);
    expect(await duesOf(leadId)).toEqual([
      ...['2026-10-12T09:00', '2026-10-15T09:00', '2026-10-19T09:00', '2026-10-26T09:00'],
    ]);
    await resumeLead(database.db, { userId, leadId, now: aWeekLater });
    expect(await duesOf(leadId)).toEqual([
      ...['2026-10-12T09:00', '2026-10-22T09:00', '2026-10-26T09:00', '2026-11-02T09:00'],
    ]);
    // The clocks have changed on Sunday 25: 09:00 in Berlin is 08:00 in London then.
    const reminders = await remindersOf(database.db, leadId);
    expect(reminders.slice(1).map(({ dueAt, status }) => `${dueAt.toISOString()} ${status}`)).toEqual([
      '2026-10-22T07:00:00.000Z pending',
      '2026-10-26T08:00:00.000Z pending',
      '2026-11-02T08:00:00.000Z pending',
    ]);
  });

  it('shows the new dates first, and changes nothing by that', async () => {
    const leadId = await planWithDayNoughtDone();
    await pause(leadId);
    const preview = await previewResume(database.db, { userId, leadId, now: aWeekLater });
    expect(await leadRow(database.db, leadId)).toMatchObject({ pausedAt: monday });
    expect(preview?.movedBy).toBe(5);
    expect(preview?.moves.map(({ to }) => to.slice(0, 10))).toEqual([
      '2026-10-22',
      '2026-10-26',
      '2026-11-02',
    ]);
    const resumed = await resumeLead(database.db, { userId, leadId, now: aWeekLater });
    expect(resumed).toMatchObject({ ok: true, act: preview });
  });

  it('can be taken back: the plan rests again with its old dates', async () => {
    const leadId = await planWithDayNoughtDone();
    await pause(leadId);
    const before = [await stepsOf(database.db, leadId), await statusesOf(leadId)];
    const resumed = await resumeLead(database.db, { userId, leadId, now: aWeekLater });
    if (!resumed.ok || !resumed.act) throw new Error('not resumed');
    await undoAct(database.db, { userId, actId: resumed.act.id, now: aWeekLater });
    expect([await stepsOf(database.db, leadId), await statusesOf(leadId)]).toEqual(before);
    expect(await leadRow(database.db, leadId)).toMatchObject({ pausedAt: monday, pauseReason: 'paused' });
  });

  it('brings what was overdue before the pause at once, inside the window', async () => {
    const { leadId } = await makePlannedLead(database.db, { days: [0, 3] });
    await pause(leadId, later({ days: 1 }));
    // A Saturday: the next window is Monday, 09:00.
    await resumeLead(database.db, { userId, leadId, now: later({ days: 5 }) });
    expect(await duesOf(leadId)).toEqual(['2026-10-19T09:00', '2026-10-20T09:00']);
  });

  it('leaves pinned steps where they are', async () => {
    const leadId = await planWithDayNoughtDone();
    const words = { title: 'Call', draft: '', timing: '', dueLocal: '2026-10-21T11:00' };
    await addStep(database.db, { userId, leadId, ...words, now: monday });
    await pause(leadId);
    await resumeLead(database.db, { userId, leadId, now: aWeekLater });
    expect((await duesOf(leadId)).at(-1)).toBe('2026-10-21T11:00');
  });

  it('counts from the beginning of the pause, whatever its reason became', async () => {
    const leadId = await planWithDayNoughtDone();
    await pause(leadId);
    await pause(leadId, later({ days: 3 }), { reason: 'waiting', waitingFor: 'contract sent' });
    expect(await leadRow(database.db, leadId)).toMatchObject({
      pausedAt: monday,
      waitingFor: 'contract sent',
    });
    expect(await previewResume(database.db, { userId, leadId, now: aWeekLater })).toMatchObject({
      movedBy: 5,
    });
  });

  it('does nothing to a plan that runs', async () => {
    const leadId = await planWithDayNoughtDone();
    expect(await resumeLead(database.db, { userId, leadId, now: monday })).toEqual({ ok: true, act: null });
  });
});

describe('a wake date', () => {
  it('is the reminder hour of that day, or of the next working day', async () => {
    const leadId = await planWithDayNoughtDone();
    const wakes = async (wakeLocal: string) => {
      const paused = await pause(leadId, monday, { wakeLocal });
      return paused.ok ? paused.wakeAt?.toISOString() : paused.reason;
    };
    expect(await wakes('2026-10-26')).toBe('2026-10-26T08:00:00.000Z');
    expect(await wakes('2026-10-24')).toBe('2026-10-26T08:00:00.000Z');
    await wakeLater(database.db, { userId, leadId, now: monday });
    expect(await leadRow(database.db, leadId)).toMatchObject({ wakeAt: aWeekLater });
  });

  it.each([
    ['2026-10-11', 'past'],
    ['2026-10-12', 'past'],
    ['2036-10-12', 'past'],
    ['2026-02-30', 'no-date'],
    ['1970', 'no-date'],
    ['soon', 'no-date'],
  ])('%s is refused (%s), and nothing is changed', async (wakeLocal, reason) => {
    const leadId = await planWithDayNoughtDone();
    expect(await pause(leadId, monday, { wakeLocal })).toEqual({ ok: false, reason });
    expect(await leadRow(database.db, leadId)).toMatchObject({ pausedAt: null });
  });
});

it('a closed lead and another person’s lead are not paused, previewed or resumed', async () => {
  const leadId = await planWithDayNoughtDone();
  await makeUser(database.db, { id: 1002 });
  const notFound = { ok: false, reason: 'not-found' };
  expect(await pause(leadId, monday, { userId: 1002 })).toEqual(notFound);
  await pause(leadId);
  expect(await resumeLead(database.db, { userId: 1002, leadId, now: monday })).toEqual(notFound);
  expect(await wakeLater(database.db, { userId: 1002, leadId, now: monday })).toEqual(notFound);
  expect(await previewResume(database.db, { userId: 1002, leadId, now: monday })).toBeNull();
  await setLeadStatus(database.db, { userId, leadId, status: 'won', now: monday });
  expect(await pause(leadId)).toEqual({ ok: false, reason: 'closed' });
});
