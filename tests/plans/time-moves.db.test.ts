import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { acts, leadEvents, leads, planSteps } from '../../server/db/schema.ts';
import { editStep } from '../../server/plans/edit-steps.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { changePersonTime, previewPersonTime } from '../../server/plans/person-time.ts';
import type { Keep } from '../../server/plans/retime.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import type { TimeChange } from '../../server/plans/time-change.ts';
import { everyRow } from '../support/app-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makePlannedLead, makeUser, monday, planOf } from '../support/people.ts';
import { later, reminderOf, remindersOf, stepAt, stepsOf } from '../support/rows.ts';
import { sentQueries } from '../support/sent-queries.ts';

const database = openTestDatabase();
const userId = 1001;
const now = later({ minutes: 1 });

const change = (to: TimeChange, keep: Keep = 'wall') =>
  changePersonTime(database.db, { userId, change: to, keep, now });
const preview = (to: TimeChange, keep: Keep = 'wall') =>
  previewPersonTime(database.db, { userId, change: to, keep, now });
const wishes = async (leadId: string) => (await stepsOf(database.db, leadId)).map((step) => step.dueLocal);
const days = async (leadId: string) => (await wishes(leadId)).map((local) => local?.slice(5, 10));

async function planned(...delayDays: number[]) {
  await makeUser(database.db);
  const leadId = await makeLead(database.db);
  await savePlan(database.db, { leadId, plan: planOf(...delayDays), now: monday });
  return leadId;
}

describe('what a change would move', () => {
  it.each<[string, TimeChange, Keep]>([
    ['another zone', { timeZone: 'America/New_York' }, 'wall'],
    ['another zone, the moments kept', { timeZone: 'Australia/Sydney' }, 'moment'],
    ['another hour', { reminderHour: 16 }, 'wall'],
    ['fewer working days', { workingDays: [2, 3] }, 'wall'],
    ['working days that count', { countWorkingDays: true }, 'wall'],
    ['a narrower window', { opens: 11 }, 'wall'],
  ])('%s: is what it then does, and looking changes nothing', async (_, to, keep) => {
    const { leadId } = await makePlannedLead(database.db);
    const { id: stepId } = await stepAt(database.db, leadId, 2);
    await snoozeStep(database.db, { userId, stepId, to: 'tomorrow', now });
    const before = await everyRow(database.db);
    const previewed = await preview(to, keep);
    expect(await everyRow(database.db)).toEqual(before);
    const changed = await change(to, keep);
    expect(previewed).toMatchObject({ ok: true, moves: expect.any(Array) });
    expect(changed).toMatchObject({ ok: true, moves: previewed.ok ? previewed.moves : null });
    const told = previewed.ok ? previewed.moves : [];
    const rows = await remindersOf(database.db, leadId);
    for (const { stepId: id, to: at } of told)
      expect(rows.find((row) => row.stepId === id)?.dueAt.toISOString()).toBe(at);
  });

  it('is nothing when nothing changes, or nothing is planned', async () => {
    const { leadId } = await makePlannedLead(database.db);
    expect(await preview({ reminderHour: 9 })).toEqual({ ok: true, moves: [] });
    for (const { id: stepId } of await stepsOf(database.db, leadId))
      await setStepStatus(database.db, { userId, stepId, status: 'done', now });
    expect(await preview({ reminderHour: 16 })).toEqual({ ok: true, moves: [] });
  });

  it('leaves out leads whose plan rests, though their dates follow', async () => {
    const { leadId } = await makePlannedLead(database.db);
    await database.db.update(leads).set({ pausedAt: monday, pauseReason: 'paused' });
    expect(await change({ reminderHour: 16 })).toMatchObject({ moves: [] });
    expect(await stepAt(database.db, leadId, 1)).toMatchObject({ dueLocal: '2026-10-15T16:00' });
  });
});

describe('bad input', () => {
  it.each<[TimeChange, string]>([
    [{ timeZone: 'Mars/Olympus', reminderHour: 10 }, 'unknown-zone'],
    [{ opens: 18, closes: 9 }, 'window'],
    [{ workingDays: [] }, 'no-working-day'],
    [{ holidays: 'XX' }, 'unknown-country'],
    [{ reminderHour: 24 }, 'hour'],
  ])('%j changes nothing and says why', async (to, reason) => {
    await makePlannedLead(database.db);
    const before = await everyRow(database.db);
    expect(await preview(to)).toEqual({ ok: false, reason });
    expect(await change(to)).toEqual({ ok: false, reason });
    expect(await everyRow(database.db)).toEqual(before);
  });
});

describe('another zone, the moments kept', () => {
  it('leaves picked times and snoozes at their instant; steps in days come at nine there', async () => {
    const { leadId } = await makePlannedLead(database.db);
    const [picked, asleep] = [await stepAt(database.db, leadId, 1), await stepAt(database.db, leadId, 2)];
    const { title, draft } = picked;
    const dueLocal = '2026-10-15T11:30';
    await editStep(database.db, { userId, stepId: picked.id, title, draft, dueLocal, now });
    await snoozeStep(database.db, { userId, stepId: asleep.id, to: 'tomorrow', now });
    const { dueAt: wakes } = await reminderOf(database.db, asleep.id);
    await change({ timeZone: 'America/New_York' }, 'moment');
    expect(await stepAt(database.db, leadId, 1)).toMatchObject({
      ...{ dueLocal: '2026-10-15T05:30', timeZone: 'America/New_York' },
      dueAt: new Date('2026-10-15T09:30:00Z'),
    });
    expect(await reminderOf(database.db, asleep.id)).toMatchObject({ dueAt: wakes });
    expect(await stepAt(database.db, leadId, 3)).toMatchObject({ dueLocal: '2026-10-26T09:00' });
  });

  it('leaves a step with a meant hour at its instant, and an event where it is', async () => {
    const { leadId } = await makePlannedLead(database.db);
    await database.db.insert(leadEvents).values({ leadId, event: 'demo', happensLocal: '2026-10-15T14:00' });
    const { id } = await stepAt(database.db, leadId, 1);
    const timing = { timing: 'tomorrow at 14:00', delayDays: null, dueSource: 'timing' } as const;
    const dueAt = new Date('2026-10-13T12:00:00Z');
    await database.db
      .update(planSteps)
      .set({ ...timing, keepsHour: true, dueLocal: '2026-10-13T14:00', dueAt })
      .where(eq(planSteps.id, id));
    await change({ timeZone: 'Asia/Tokyo' }, 'moment');
    expect(await stepAt(database.db, leadId, 1)).toMatchObject({ dueAt, dueLocal: '2026-10-13T21:00' });
    expect(await database.db.select().from(leadEvents)).toMatchObject([{ happensLocal: '2026-10-15T21:00' }]);
  });

  it.each([
    ['Asia/Kolkata', '2026-10-15T03:30:00Z', '2026-10-26T03:30:00Z'],
    ['Australia/Sydney', '2026-10-14T22:00:00Z', '2026-10-25T22:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-14T22:00:00Z', '2026-10-25T22:00:00Z'],
    ['Asia/Tokyo', '2026-10-15T00:00:00Z', '2026-10-26T00:00:00Z'],
    ['America/New_York', '2026-10-15T13:00:00Z', '2026-10-26T13:00:00Z'],
  ])(
    'in %s steps in days come at nine there, before and after Berlin’s clocks change',
    async (timeZone, first, last) => {
      const { leadId } = await makePlannedLead(database.db);
      await change({ timeZone }, 'moment');
      expect(await stepAt(database.db, leadId, 1)).toMatchObject({ dueAt: new Date(first) });
      expect(await stepAt(database.db, leadId, 3)).toMatchObject({ dueAt: new Date(last) });
    },
  );
});

describe('the week of a person (cadence contract T4)', () => {
  const thursday = later({ days: 3 });
  const started = async (...delayDays: number[]) => {
    await makeUser(database.db);
    const leadId = await makeLead(database.db);
    await savePlan(database.db, { leadId, plan: planOf(...delayDays), now: thursday });
    return leadId;
  };

  it('rolls Day 2 of a Thursday to Monday, and counts Day 3 as Tuesday when working days count', async () => {
    const leadId = await started(2, 3);
    expect(await days(leadId)).toEqual(['10-19', '10-20']);
    await changePersonTime(database.db, { userId, change: { countWorkingDays: true }, now: thursday });
    expect(await days(leadId)).toEqual(['10-19', '10-20']);
    const alone = await makeLead(database.db, { name: 'Ben' });
    await savePlan(database.db, { leadId: alone, plan: planOf(3), now: thursday });
    expect(await days(alone)).toEqual(['10-20']);
    await changePersonTime(database.db, { userId, change: { countWorkingDays: false }, now: thursday });
    expect(await days(alone)).toEqual(['10-19']);
  });

  it('moves what falls on a public holiday: Christmas 2026 in Germany is a Friday and a Saturday', async () => {
    const leadId = await planned(74, 75);
    expect(await days(leadId)).toEqual(['12-25', '12-28']);
    await change({ holidays: 'DE' });
    expect(await days(leadId)).toEqual(['12-28', '12-29']);
    await change({ holidays: null });
    expect(await days(leadId)).toEqual(['12-25', '12-28']);
  });

  it('never brings two steps together that were meant for two days, and has all as it was when it goes back', async () => {
    const leadId = await planned(3, 4, 5, 7);
    const before = await stepsOf(database.db, leadId);
    expect(await days(leadId)).toEqual(['10-15', '10-16', '10-19', '10-20']);
    await change({ workingDays: [1, 2, 3, 4] });
    expect(await days(leadId)).toEqual(['10-15', '10-19', '10-20', '10-21']);
    await change({ workingDays: [1, 2, 3, 4, 5] });
    expect(await stepsOf(database.db, leadId)).toEqual(before);
  });

  it('keeps what was moved because an earlier step was late', async () => {
    const leadId = await planned(0, 3, 7);
    const { id: stepId } = await stepAt(database.db, leadId, 0);
    const wednesday = later({ days: 2 });
    await setStepStatus(database.db, { userId, stepId, status: 'done', now: wednesday });
    expect(await days(leadId)).toEqual(['10-12', '10-19', '10-21']);
    await changePersonTime(database.db, { userId, change: { timeZone: 'Asia/Tokyo' }, now: wednesday });
    expect(await wishes(leadId)).toEqual(['2026-10-12T09:00', '2026-10-19T09:00', '2026-10-21T09:00']);
    // Its undo would bring back dates of the old zone.
    expect(await database.db.select().from(acts)).toEqual([]);
  });
});

it('a change that changes nothing locks no lead', async () => {
  await makePlannedLead(database.db);
  const queriesFor = (to: TimeChange) =>
    sentQueries(database.db, (db) => changePersonTime(db, { userId, change: to, now }));
  const locksLeads = (sql: string) => /from "leads".*for update/.test(sql);
  expect((await queriesFor({ reminderHour: 9, workingDays: [5, 4, 3, 2, 1] })).filter(locksLeads)).toEqual(
    [],
  );
  expect((await queriesFor({ reminderHour: 10 })).filter(locksLeads)).toHaveLength(1);
});
