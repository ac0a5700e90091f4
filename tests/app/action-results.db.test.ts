import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { snoozeAnswers } from '../../app/_texts/snooze.ts';
import { getUser } from '../../server/auth/users.ts';
import { leads, planRequests, scheduledReminders } from '../../server/db/schema.ts';
import { callAction } from '../support/actions.ts';
import { insides, openAppWorld } from '../support/app-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { failingDb } from '../support/failing-db.ts';
import { days } from '../support/frozen-clock.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { reminderOf, stepsOf } from '../support/scenes.ts';

const database = openTestDatabase();

async function open() {
  const world = openAppWorld(database.db);
  const { leadId } = await makePlannedLead(database.db);
  const steps = await stepsOf(database.db, leadId);
  return { ...world, token: await world.tokenOf(1001), leadId, steps, stepId: steps[0]?.id ?? '' };
}

describe('ticking a step', () => {
  it('settles its reminder too, and unticking opens both', async () => {
    const { token, stepId } = await open();
    expect(await callAction('setStepStatus', token, { stepId, status: 'done' })).toEqual({
      ...{ ok: true, message: 'Done.', act: { id: expect.any(Number), moved: 0 } },
    });
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'done' });
    expect(await callAction('setStepStatus', token, { stepId, status: 'open' })).toEqual({
      ...{ ok: true, message: 'Open again.', act: null },
    });
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'pending' });
  });
});

describe('ticking a step two working days late', () => {
  const moved = '2 later steps moved by 2 working days: Wed 21, Wed 28.';

  async function openLate() {
    const world = await open();
    await callAction('setStepStatus', world.token, { stepId: world.stepId, status: 'done' });
    world.clock.advance(days(7));
    const token = await world.tokenOf(1001);
    const set = (status: string) =>
      callAction('setStepStatus', token, { stepId: world.steps[1]?.id, status });
    const dues = async () =>
      (await stepsOf(database.db, world.leadId)).map(({ dueLocal }) => dueLocal?.slice(8, 10));
    return { ...world, token, set, dues };
  }

  /** What the browser hands back. */
  const actIdOf = (answer: object) => (answer as { act: { id: number } }).act.id;

  it('says what moved, which can be taken back or left where it was', async () => {
    const { token, set, dues } = await openLate();
    const done = await set('done');
    expect(done).toEqual({ ok: true, message: `Done. ${moved}`, act: { id: expect.any(Number), moved: 2 } });
    const actId = actIdOf(done);
    expect(await callAction('keepDates', token, { actId })).toEqual({
      ...{ ok: true, message: 'Dates kept: Mon 19, Mon 26.', act: { id: actId, moved: 0 } },
    });
    expect(await dues()).toEqual(['12', '15', '19', '26']);
    expect(await callAction('undoAct', token, { actId })).toMatchObject({ ok: true });
    expect(await callAction('undoAct', token, { actId })).toMatchObject({ ok: false, reason: 'not-found' });
    expect(await set('skipped')).toMatchObject({ message: `Skipped. ${moved}` });
  });

  it('is exactly undone by unticking it, as long as nothing else was done', async () => {
    const { token, set, dues, steps } = await openLate();
    await set('done');
    expect(await dues()).toEqual(['12', '15', '21', '28']);
    expect(await set('open')).toMatchObject({ message: 'Open again. The later dates are as they were.' });
    expect(await dues()).toEqual(['12', '15', '19', '26']);
    const done = await set('done');
    await callAction('setStepStatus', token, { stepId: steps[2]?.id, status: 'skipped' });
    expect(await callAction('undoAct', token, { actId: actIdOf(done) })).toMatchObject({
      ...{ ok: false, reason: 'invalid' },
      message: 'Something else was done with this lead since: it is too late for that.',
    });
    expect(await set('open')).toMatchObject({
      message: 'Something else was done with this lead since: the step is open again, the later dates stay.',
    });
  });

  it('and giving a step a later date says the same', async () => {
    const { token, steps } = await openLate();
    const words = { stepId: steps[2]?.id, title: 'Call', draft: '' };
    const edit = (dueLocal: string | null) => callAction('editStep', token, { ...words, dueLocal });
    expect(await edit('2026-10-20T11:00')).toMatchObject({
      message: 'Saved. 1 later step moved by 1 working day: Tue 27.',
      act: { moved: 1 },
    });
    expect(await edit(null)).toEqual({ ok: true, message: 'Saved.', act: null });
  });
});

describe('snoozing a step', () => {
  it('says until when, in the person’s own time', async () => {
    const { token, stepId } = await open();
    expect(await callAction('snoozeStep', token, { stepId, to: 'tomorrow' })).toMatchObject({
      ...{ ok: true, asks: null, message: 'Snoozed until Tue 13 Oct, 09:00.', act: { moved: 0 } },
    });
  });

  it('until a picked time outside the window says what became of it', async () => {
    const { token, stepId } = await open();
    const to = { local: '2026-10-17T11:00' };
    expect(await callAction('snoozeStep', token, { stepId, to })).toMatchObject({
      message: 'Snoozed until Mon 19 Oct, 09:00: Sat 17 Oct, 11:00 is outside your hours.',
    });
  });

  it('for the third time asks first, and does it when told to', async () => {
    const { token, stepId } = await open();
    const input = { stepId, to: 'tomorrow' };
    await callAction('snoozeStep', token, input);
    await callAction('snoozeStep', token, input);
    expect(await callAction('snoozeStep', token, input)).toMatchObject({
      ...{ ok: true, act: null },
      asks: snoozeAnswers.asks('Step of day 0', 2, 'Tue 13 Oct, 09:00'),
    });
    expect(await callAction('snoozeStep', token, { ...input, anyway: true })).toMatchObject({ asks: null });
  });

  it('that is done is refused in words', async () => {
    const { token, stepId } = await open();
    await callAction('setStepStatus', token, { stepId, status: 'done' });
    expect(await callAction('snoozeStep', token, { stepId, to: 'tomorrow' })).toMatchObject({
      ...{ ok: false, reason: 'invalid', message: snoozeAnswers.notOpen },
    });
  });
});

describe('a closed lead', () => {
  it('takes no new step and no new plan, and says what to do', async () => {
    const { token, leadId } = await open();
    expect(await callAction('setLeadStatus', token, { leadId, status: 'lost' })).toEqual({
      ...{ ok: true, message: 'Closed. 4 steps cancelled, no more reminders.', act: expect.anything() },
    });
    const refused = { ok: false, message: 'This lead is closed. Set its status to an open one first.' };
    const step = { leadId, title: 'Call', draft: '', timing: '', dueLocal: null };
    expect(await callAction('addStep', token, step)).toMatchObject(refused);
    expect(await callAction('draftAgain', token, { leadId })).toMatchObject(refused);
  });
});

describe('a new lead', () => {
  it('answers its id and asks for a plan', async () => {
    const { token } = await open();
    const result = await callAction('createLead', token, { name: ' Max   Weber ', telegram: '@maxweber' });
    const leadId = result.ok && 'leadId' in result ? String(result.leadId) : '';
    const [lead] = await database.db.select().from(leads).where(eq(leads.id, leadId));
    expect(lead).toMatchObject({ name: 'Max Weber', telegram: 'maxweber', userId: 1001, company: null });
    expect(await database.db.select().from(planRequests)).toMatchObject([{ leadId, status: 'pending' }]);
  });

  it('belongs to the person of the token, whatever the input says', async () => {
    const { tokenOf } = await open();
    await makeUser(database.db, { id: 1002 });
    await callAction('createLead', await tokenOf(1002), {
      name: 'Max',
      userId: 1001,
      id: 'x',
      status: 'won',
    });
    const mine = await database.db.select().from(leads).where(eq(leads.userId, 1002));
    expect(mine).toMatchObject([{ name: 'Max', status: 'new' }]);
  });
});

describe('text with characters that no database takes', () => {
  it('is kept without them', async () => {
    const { token, leadId } = await open();
    expect(await callAction('addNote', token, { leadId, text: 'two\u0000 seats' })).toMatchObject({
      ok: true,
    });
    expect(await callAction('editLead', token, { leadId, name: 'An\u0000na' })).toEqual({ ok: true });
    const [lead] = await database.db.select().from(leads);
    expect(lead).toMatchObject({ name: 'Anna' });
  });

  it('that is nothing else is refused in words', async () => {
    const { token, lines } = await open();
    expect(await callAction('createLead', token, { name: '\u0000' })).toMatchObject({
      ...{ ok: false, reason: 'invalid', message: 'A lead needs a name' },
    });
    expect(lines()).toEqual([]);
  });
});

describe('deleting a lead', () => {
  it('leaves none of its reminders', async () => {
    const { token, leadId } = await open();
    expect(await callAction('deleteLead', token, { leadId })).toEqual({ ok: true });
    expect(await database.db.select().from(scheduledReminders)).toEqual([]);
  });
});

describe('saving settings', () => {
  it('takes the one that was changed and leaves the other', async () => {
    const { token } = await open();
    expect(await callAction('saveSettings', token, { reminderHour: 8 })).toMatchObject({ ok: true });
    expect(await getUser(database.db, 1001)).toMatchObject({ timeZone: 'Europe/Berlin', reminderHour: 8 });
  });

  it('says how many reminders moved', async () => {
    const { token } = await open();
    const message = async (change: object) => (await callAction('saveSettings', token, change)) as object;
    expect(await message({ reminderHour: 8 })).toMatchObject({ message: 'Saved. 3 reminders moved.' });
    expect(await message({ closes: 20 })).toMatchObject({ message: 'Saved. No reminder had to move.' });
  });

  it('of another zone answers the question whose zone it is', async () => {
    const { token } = await open();
    await callAction('declineZone', token, { timeZone: 'Asia/Tokyo' });
    await callAction('saveSettings', token, { timeZone: 'America/New_York', keep: 'moment' });
    expect(await getUser(database.db, 1001)).toMatchObject({
      ...{ timeZone: 'America/New_York', zoneConfirmedAt: monday, declinedZone: null },
    });
  });

  it('takes no change at all as calmly', async () => {
    const { token, lines } = await open();
    expect(await callAction('saveSettings', token, {})).toMatchObject({ ok: true });
    expect(lines()).toEqual([]);
  });
});

describe('the question whose time zone it is', () => {
  it('is answered once with yes', async () => {
    const { token } = await open();
    expect(await callAction('confirmZone', token, {})).toMatchObject({ ok: true });
    expect(await getUser(database.db, 1001)).toMatchObject({
      ...{ timeZone: 'Europe/Berlin', zoneConfirmedAt: monday },
    });
  });

  it('is answered with “stay”, and no date moves', async () => {
    const { token, leadId, steps } = await open();
    expect(await callAction('declineZone', token, { timeZone: 'Asia/Tokyo' })).toMatchObject({
      message: 'All right, your reminders stay on Europe/Berlin time.',
    });
    expect(await getUser(database.db, 1001)).toMatchObject({
      ...{ timeZone: 'Europe/Berlin', declinedZone: 'Asia/Tokyo', zoneConfirmedAt: monday },
    });
    expect(await stepsOf(database.db, leadId)).toEqual(steps);
  });
});

describe('an action that fails', () => {
  it('is logged, and answers an apology without its insides', async () => {
    await makePlannedLead(database.db);
    const world = openAppWorld(failingDb(database.db, 'transaction', () => true));
    const result = await callAction('createLead', await world.tokenOf(1001), { name: 'Max' });
    expect(result).toEqual({
      ...{ ok: false, reason: 'failed' },
      message: 'Something went wrong on our side. Nothing was changed; please try again.',
    });
    expect(JSON.stringify(result)).not.toMatch(insides);
    expect(world.lines()).toMatchObject([{ level: 50, msg: 'a server action failed' }]);
  });
});
