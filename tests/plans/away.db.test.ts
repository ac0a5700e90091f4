import { describe, expect, it } from 'vitest';
import { getUser } from '../../server/auth/users.ts';
import { endAway, previewAway, setAway } from '../../server/plans/away.ts';
import { addStep } from '../../server/plans/edit-steps.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { pauseLead } from '../../server/plans/pause.ts';
import { resumeLead } from '../../server/plans/resume.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makePlannedLead, makeUser, monday, planOf } from '../support/people.ts';
import { later, remindersOf, stepAt, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
/** Wednesday to the Tuesday after: five working days. */
const away = { from: '2026-10-14', until: '2026-10-20' };

const set = (period: { from: string; until: string } = away, now = monday) =>
  setAway(database.db, { userId, ...period, now });
/** "Thu 15", the days on which the steps of a lead are due. */
const daysOf = async (leadId: string) =>
  (await stepsOf(database.db, leadId)).map(({ dueLocal }) => dueLocal?.slice(5, 10));
const plain = ['10-12', '10-15', '10-19', '10-26'];

describe('an absence', () => {
  it('leads the plan around it: what was left to wait goes on afterwards, in the same steps', async () => {
    const { leadId } = await makePlannedLead(database.db);
    const result = await set();
    // Thu 15, Mon 19 and Mon 26 by five working days each; the clocks change on Sunday 25.
    expect(await daysOf(leadId)).toEqual(['10-12', '10-22', '10-26', '11-02']);
    expect(result).toMatchObject({ ok: true, moves: [{ lead: 'Anna Petrova' }, {}, {}] });
    const reminders = await remindersOf(database.db, leadId);
    expect(reminders.map(({ dueAt }) => dueAt.toISOString().slice(5, 16))).toEqual([
      ...['10-12T07:00', '10-22T07:00', '10-26T08:00', '11-02T08:00'],
    ]);
    expect(await getUser(database.db, userId)).toMatchObject({ awayFrom: away.from, awayUntil: away.until });
  });

  it('is shown before it is set, and nothing is written by that', async () => {
    const { leadId } = await makePlannedLead(database.db);
    const preview = await previewAway(database.db, { userId, period: away, now: monday });
    expect(await daysOf(leadId)).toEqual(plain);
    expect(preview).toEqual(await set());
  });

  it('leaves pinned steps, and plans with nothing due in it, where they are', async () => {
    const { leadId } = await makePlannedLead(database.db, { days: [14] });
    const words = { title: 'Call', draft: '', timing: '', dueLocal: '2026-10-16T11:00' };
    await addStep(database.db, { userId, leadId, ...words, now: monday });
    expect(await set()).toEqual({ ok: true, moves: [] });
    expect(await daysOf(leadId)).toEqual(['10-26', '10-16']);
  });

  it('changes nothing when it holds no working day', async () => {
    await makePlannedLead(database.db);
    expect(await set({ from: '2026-10-17', until: '2026-10-18' })).toEqual({ ok: true, moves: [] });
  });

  it('moves once, however often it is set', async () => {
    const { leadId } = await makePlannedLead(database.db);
    await set();
    expect(await set()).toEqual({ ok: true, moves: [] });
    expect(await daysOf(leadId)).toEqual(['10-12', '10-22', '10-26', '11-02']);
  });

  it('that is called off puts everything back', async () => {
    const { leadId } = await makePlannedLead(database.db);
    const before = await stepsOf(database.db, leadId);
    await set();
    await endAway(database.db, { userId, now: monday });
    expect(await stepsOf(database.db, leadId)).toEqual(before);
    expect(await getUser(database.db, userId)).toMatchObject({ awayFrom: null, awayUntil: null });
  });

  it('that becomes longer or shorter moves by what it is now', async () => {
    const { leadId } = await makePlannedLead(database.db);
    await set();
    await set({ from: '2026-10-14', until: '2026-10-27' });
    expect(await daysOf(leadId)).toEqual(['10-12', '10-29', '11-02', '11-09']);
    // A weekend more moves no step, and is still taken back.
    await set({ from: '2026-10-14', until: '2026-10-16' });
    await set({ from: '2026-10-14', until: '2026-10-18' });
    expect(await daysOf(leadId)).toEqual(['10-12', '10-20', '10-22', '10-29']);
    await endAway(database.db, { userId, now: monday });
    expect(await daysOf(leadId)).toEqual(plain);
  });

  it('that ends early counts only the days that are over', async () => {
    const { leadId } = await makePlannedLead(database.db);
    await setStepStatus(database.db, {
      ...{ userId, stepId: (await stepAt(database.db, leadId, 0)).id, status: 'done', now: monday },
    });
    await set();
    // Back on Friday: Wednesday and Thursday were missed.
    await endAway(database.db, { userId, now: later({ days: 4 }) });
    expect(await daysOf(leadId)).toEqual(['10-12', '10-19', '10-21', '10-28']);
  });

  it('holds for plans that are drafted while it is ahead', async () => {
    const { leadId } = await makePlannedLead(database.db);
    await set();
    const second = await makeLead(database.db, { name: 'Max' });
    await savePlan(database.db, { leadId: second, plan: planOf(0, 3, 7, 14), now: monday });
    expect(await daysOf(second)).toEqual(await daysOf(leadId));
  });

  it('holds for a step that is added while it is ahead', async () => {
    const { leadId } = await makePlannedLead(database.db, { days: [0] });
    await set();
    const words = { title: 'Call', draft: '', timing: 'in 3 days', dueLocal: null };
    await addStep(database.db, { userId, leadId, ...words, now: monday });
    expect((await daysOf(leadId)).at(-1)).toBe('10-22');
  });

  it('holds for steps that follow a late one into it', async () => {
    const { leadId } = await makePlannedLead(database.db, { days: [0, 1, 9] });
    await set();
    const { id: stepId } = await stepAt(database.db, leadId, 0);
    // One working day late: Tue 13 becomes Wed 14, the first day away, and then Wed 21.
    await setStepStatus(database.db, { userId, stepId, status: 'done', now: later({ days: 1 }) });
    expect(await daysOf(leadId)).toEqual(['10-12', '10-21', '10-29']);
  });

  it('and a pause that spans it are not counted twice', async () => {
    const { leadId } = await makePlannedLead(database.db, { days: [3] });
    await set();
    await pauseLead(database.db, {
      userId,
      leadId,
      reason: 'paused',
      waitingFor: null,
      wakeLocal: null,
      now: monday,
    });
    // Back on Wed 21; of the pause, only Tue 13 and Wed 21 were working days.
    await resumeLead(database.db, { userId, leadId, now: later({ days: 9 }) });
    expect(await daysOf(leadId)).toEqual(['10-26']);
  });

  it.each([
    ['2026-10-01', '2026-10-11', 'past'],
    ['2026-10-20', '2026-10-14', 'backwards'],
    ['2026-10-14', '2027-10-20', 'too-long'],
    ['9999-01-01', '9999-01-02', 'too-long'],
    ['2026-02-30', '2026-10-20', 'no-date'],
    ['soon', 'later', 'no-date'],
  ])('from %s to %s is refused (%s), and nothing is changed', async (from, until, reason) => {
    const { leadId } = await makePlannedLead(database.db);
    expect(await set({ from, until })).toEqual({ ok: false, reason });
    expect(await daysOf(leadId)).toEqual(plain);
    expect(await getUser(database.db, userId)).toMatchObject({ awayFrom: null });
  });

  it('is nobody else’s', async () => {
    const { leadId } = await makePlannedLead(database.db);
    await makeUser(database.db, { id: 1002 });
    await setAway(database.db, { userId: 1002, ...away, now: monday });
    expect(await daysOf(leadId)).toEqual(plain);
    expect(await setAway(database.db, { userId: 1003, ...away, now: monday })).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });
});
