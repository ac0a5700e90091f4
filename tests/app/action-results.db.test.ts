import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getUser } from '../../server/auth/users.ts';
import { leads, planRequests, scheduledReminders } from '../../server/db/schema.ts';
import { callAction } from '../support/actions.ts';
import { insides, openAppWorld } from '../support/app-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { failingDb } from '../support/failing-db.ts';
import { makePlannedLead, makeUser } from '../support/people.ts';
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
      ...{ ok: true, message: 'Done.' },
    });
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'done' });
    expect(await callAction('setStepStatus', token, { stepId, status: 'open' })).toEqual({
      ...{ ok: true, message: 'Open again.' },
    });
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'pending' });
  });
});

describe('snoozing a step', () => {
  it('says until when, in the person’s own time', async () => {
    const { token, stepId } = await open();
    expect(await callAction('snoozeStep', token, { stepId, length: '1d' })).toEqual({
      ...{ ok: true, message: 'Snoozed until Tue 13 Oct, 09:00' },
    });
  });

  it('that is done is refused in words', async () => {
    const { token, stepId } = await open();
    await callAction('setStepStatus', token, { stepId, status: 'done' });
    expect(await callAction('snoozeStep', token, { stepId, length: '1d' })).toMatchObject({
      ...{ ok: false, reason: 'invalid', message: 'Only an open step of an open lead can be snoozed.' },
    });
  });
});

describe('a closed lead', () => {
  it('takes no new step and no new plan, and says what to do', async () => {
    const { token, leadId } = await open();
    expect(await callAction('setLeadStatus', token, { leadId, status: 'lost' })).toEqual({
      ...{ ok: true, message: 'Closed. No more reminders about this lead.' },
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
    expect(await callAction('addNote', token, { leadId, text: 'two\u0000 seats' })).toEqual({ ok: true });
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

  it('takes no change at all as calmly', async () => {
    const { token, lines } = await open();
    expect(await callAction('saveSettings', token, {})).toMatchObject({ ok: true });
    expect(lines()).toEqual([]);
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
