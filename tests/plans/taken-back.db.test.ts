import { beforeEach, describe, expect, it } from 'vitest';
import { markReachable } from '../../server/auth/users.ts';
import { claimWakes, endWake } from '../../server/leads/wake.ts';
import { keepDates, undoAct } from '../../server/plans/acts.ts';
import { removeStep } from '../../server/plans/arrange-steps.ts';
import { endAway, setAway } from '../../server/plans/away.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { addStep, editStep } from '../../server/plans/edit-steps.ts';
import { pauseLead } from '../../server/plans/pause.ts';
import { changePersonTime } from '../../server/plans/person-time.ts';
import { reopenStep } from '../../server/plans/reopen.ts';
import { resumeLead } from '../../server/plans/resume.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { holdPerson } from '../../server/reminders/settle.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead } from '../support/people.ts';
import { claim, claimMessages, send } from '../support/reminders.ts';
import { later, leadRow, reminderOf, remindersOf, stepAt, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
});

const db = () => database.db;
const idAt = async (index: number) => (await stepAt(db(), leadId, index)).id;
const set = async (index: number, status: 'done' | 'skipped' | 'open', now: Date) =>
  setStepStatus(db(), { userId, stepId: await idAt(index), status, now });
const dates = async () => (await stepsOf(db(), leadId)).map(({ dueLocal }) => dueLocal);
const statuses = async () => (await remindersOf(db(), leadId)).map(({ status }) => status);
const pause = (now: Date) =>
  pauseLead(db(), { userId, leadId, reason: 'paused', waitingFor: null, wakeLocal: null, now });
/** The lead waits, and the person is to hear of it again on Wednesday at nine, in two days. */
async function waitUntilWednesday() {
  const asked = { userId, leadId, reason: 'waiting', waitingFor: 'contract' } as const;
  const paused = await pauseLead(db(), { ...asked, wakeLocal: '2026-10-14', now: later({ minutes: 1 }) });
  expect(paused).toMatchObject({ ok: true, wakeAt: later({ days: 2 }) });
}

const undo = (actId: number | undefined, now: Date) => undoAct(db(), { userId, actId: actId ?? 0, now });

describe('a step that is settled', () => {
  it('is not settled otherwise by an old button: nothing moves a second time, and Undo still puts all back', async () => {
    const before = await dates();
    await set(0, 'done', later({ days: 2 }));
    const moved = await dates();
    expect(await set(0, 'skipped', later({ days: 2, hours: 1 }))).toMatchObject({
      ...{ ok: true, changed: false, act: null, step: { status: 'done' } },
    });
    expect(await dates()).toEqual(moved);
    const stepId = await idAt(0);
    expect(await reopenStep(db(), { userId, stepId, now: later({ days: 3 }) })).toMatchObject({
      dates: 'back',
    });
    expect(await dates()).toEqual(before);
  });

  it('and is removed, leaves later steps that were told of alone', async () => {
    await set(0, 'done', later({ minutes: 1 }));
    await send(db(), later({ days: 3 }));
    const overdue = await stepAt(db(), leadId, 1);
    const reminder = await reminderOf(db(), overdue.id);
    await removeStep(db(), { userId, stepId: await idAt(0), now: later({ days: 8 }) });
    expect(await stepAt(db(), leadId, 0)).toEqual({ ...overdue, position: 0 });
    expect(await reminderOf(db(), overdue.id)).toEqual(reminder);
  });

  it('and was cancelled with its lead, cannot be opened while the lead is closed', async () => {
    await setLeadStatus(db(), { userId, leadId, status: 'lost', now: later({ minutes: 1 }) });
    expect(await set(1, 'open', later({ minutes: 2 }))).toEqual({ ok: false, reason: 'closed' });
    expect((await stepAt(db(), leadId, 1)).status).toBe('cancelled');
  });
});

describe('taking an act back', () => {
  it('is refused once a step was added, which it would know nothing of', async () => {
    await pause(later({ hours: 1 }));
    const resumed = await resumeLead(db(), { userId, leadId, now: later({ days: 1 }) });
    const words = { title: 'Added', draft: '', timing: 'in 3 days', dueLocal: null };
    await addStep(db(), { userId, leadId, ...words, now: later({ days: 1, hours: 1 }) });
    const actId = resumed.ok ? resumed.act?.id : 0;
    expect(await undo(actId, later({ days: 1, hours: 2 }))).toMatchObject({ ok: false, reason: 'newer' });
    expect(await leadRow(db(), leadId)).toMatchObject({ pausedAt: null });
  });

  it('of a snooze does not undo what was done with the step since', async () => {
    const stepId = await idAt(0);
    const asked = { userId, stepId, to: 'tomorrow', now: later({ minutes: 1 }) } as const;
    const snoozed = await snoozeStep(db(), asked);
    await set(0, 'done', later({ minutes: 2 }));
    const actId = snoozed.ok ? snoozed.act?.id : 0;
    expect(await undo(actId, later({ minutes: 3 }))).toEqual({ ok: false, reason: 'newer', stepId: null });
    expect((await stepAt(db(), leadId, 0)).status).toBe('done');
  });

  it('leaves nothing held for somebody who can be reached again', async () => {
    await holdPerson(db(), userId, later({ minutes: 1 }));
    const done = await set(0, 'done', later({ minutes: 2 }));
    await markReachable(db(), userId, later({ minutes: 3 }));
    await undo(done.ok ? done.act?.id : 0, later({ minutes: 4 }));
    expect(await statuses()).toEqual(['pending', 'pending', 'pending', 'pending']);
  });

  it('of a lead that was lost for a while tells of the wake-up that passed meanwhile', async () => {
    await waitUntilWednesday();
    const status = await setLeadStatus(db(), { userId, leadId, status: 'lost', now: later({ days: 1 }) });
    await undo(status.ok ? status.act?.id : 0, later({ days: 3 }));
    expect(await leadRow(db(), leadId)).toMatchObject({ status: 'new', pauseReason: 'waiting' });
    expect((await claimWakes(db(), later({ days: 3 }), 9)).claimed).toHaveLength(1);
  });

  it('of another status does not tell of a wake-up again', async () => {
    await waitUntilWednesday();
    const status = await setLeadStatus(db(), { userId, leadId, status: 'meeting', now: later({ days: 1 }) });
    for (const wake of (await claimWakes(db(), later({ days: 2 }), 9)).claimed) await endWake(db(), wake);
    await undo(status.ok ? status.act?.id : 0, later({ days: 3 }));
    expect(await leadRow(db(), leadId)).toMatchObject({ status: 'new', wakeAt: null });
  });

  it('of a step does not bring back a wake-up that has come meanwhile', async () => {
    await waitUntilWednesday();
    await set(0, 'done', later({ minutes: 2 }));
    for (const wake of (await claimWakes(db(), later({ days: 2 }), 9)).claimed) await endWake(db(), wake);
    const opened = await reopenStep(db(), { userId, stepId: await idAt(0), now: later({ days: 3 }) });
    expect(opened).toMatchObject({ ok: true, changed: true });
    expect(await leadRow(db(), leadId)).toMatchObject({ pauseReason: 'waiting', wakeAt: null });
  });
});

it('"Keep the dates" after a plan goes on leaves it going on', async () => {
  await pause(later({ hours: 1 }));
  const resumed = await resumeLead(db(), { userId, leadId, now: later({ days: 2 }) });
  const actId = resumed.ok ? (resumed.act?.id ?? 0) : 0;
  await keepDates(db(), { userId, actId, now: later({ days: 2, minutes: 1 }) });
  expect(await dates()).toEqual([
    '2026-10-12T09:00',
    '2026-10-15T09:00',
    '2026-10-19T09:00',
    '2026-10-26T09:00',
  ]);
  expect(await statuses()).not.toContain('cancelled');
  expect(await claim(db(), later({ days: 2, minutes: 5 }))).toHaveLength(1);
});

it('coming back early lets what was put off for the absence come at its time', async () => {
  const { id: stepId, title } = await stepAt(db(), leadId, 0);
  const pinned = {
    userId,
    stepId,
    title,
    draft: '',
    dueLocal: '2026-10-13T10:00',
    now: later({ minutes: 1 }),
  };
  await editStep(db(), pinned);
  const asked = { userId, now: later({ minutes: 2 }) };
  await setAway(db(), { ...asked, from: '2026-10-13', until: '2026-10-23' });
  expect(await claimMessages(db(), later({ days: 1, hours: 1 }))).toEqual([]);
  await endAway(db(), { userId, now: later({ days: 2 }) });
  expect(await claim(db(), later({ days: 2 }))).toMatchObject([{ stepId }]);
});

describe('another hour or other days', () => {
  it('put nothing that was still to come into the past', async () => {
    const counting = { countWorkingDays: true };
    await changePersonTime(db(), { userId, change: counting, now: later({ minutes: 1 }) });
    const now = later({ days: 8 });
    await changePersonTime(db(), { userId, change: { countWorkingDays: false }, now });
    const coming = (await stepsOf(db(), leadId)).slice(2).map(({ dueAt }) => Number(dueAt) >= Number(now));
    expect(coming).toEqual([true, true]);
  });

  it('bring a snoozed reminder inside the new window', async () => {
    const stepId = await idAt(0);
    await snoozeStep(db(), {
      userId,
      stepId,
      to: new Date('2026-10-13T15:30:00Z'),
      now: later({ minutes: 1 }),
    });
    await changePersonTime(db(), { userId, change: { closes: 13 }, now: later({ minutes: 2 }) });
    expect((await reminderOf(db(), stepId)).dueAt).toEqual(new Date('2026-10-14T07:00:00Z'));
  });
});
