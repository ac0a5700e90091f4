import { describe, expect, it } from 'vitest';
import { deleteLead } from '../../server/leads/mutations.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { requestPlan } from '../../server/plans/requests.ts';
import { eventButton, leadButton } from '../../server/telegram/callback-data.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { buttons, formatted, max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeUser, monday } from '../support/people.ts';
import { historyOf, stepsOf } from '../support/rows.ts';
import { remindedLead } from '../support/scenes.ts';
import { tapLabel } from '../support/tap-label.ts';

const database = openTestDatabase();
const ask = 'When is the demo?';

/** Olga adds Anna; the plan has a step for today, and one that waits for the demo. */
async function addAnna() {
  const drafter = async () => ({
    title: 'Demo',
    draftedBy: 'event-contact',
    steps: [
      { title: 'Write', why: '', draft: 'Hi', delayDays: 0, timing: '' },
      { title: 'Ask again', why: '', draft: '', delayDays: null, timing: '2 weeks after the demo' },
    ],
  });
  const world = await openBotWorld(database.db, { drafter });
  await world.say('/start');
  await makeUser(database.db, { id: olga });
  const plan = await world.say('/add Anna Petrova, CTO at Acme');
  const leadId = (await database.db.query.leads.findFirst())?.id ?? '';
  return { world, plan, leadId };
}

describe('a plan with a step that waits for the demo', () => {
  it('says so, and asks for the date once', async () => {
    const { world, plan } = await addAnna();
    expect(plan.text).toContain('2. Ask again · waits for the demo');
    expect(plan.text).toContain('⏸ 1 step waits for the demo.');
    expect(buttons(plan)).toContainEqual([ask]);
    await tapLabel(world, plan, ask);
    const question = await world.last();
    expect(question.text).toMatch(/^When is the demo with Anna Petrova\?/);
    expect(question.forceReply?.placeholder).toContain('Thu 15 Oct 14:00');
  });

  it('takes the answer, dates the step and asks no more', async () => {
    const { world, plan, leadId } = await addAnna();
    await tapLabel(world, plan, ask);
    const answer = await world.say('in 3 days', { replyTo: (await world.last()).id });
    expect(answer.text).toBe(
      '📅 Anna Petrova: demo on Thu 15 Oct, 09:00. This step follows it:\nAsk again · Thu 29 Oct, 09:00',
    );
    expect(formatted(answer)).toContain('bold: Anna Petrova');
    const shown = await world.message(plan.id);
    expect(shown.text).toContain('2. Ask again · Thu 29 Oct, 09:00');
    expect(shown.text).not.toContain('waits');
    expect(buttons(shown).flat()).not.toContain(ask);
    expect(await historyOf(database.db, leadId)).not.toContainEqual(expect.stringMatching(/^note/));
    expect(await tapLabel(world, answer, 'Undo')).toMatchObject({ answered: true });
    expect((await world.message(plan.id)).text).toContain('waits for the demo');
    const takenBack = await world.message(answer.id);
    expect(takenBack.text).toBe('↩️ Anna Petrova · Acme\nTaken back: everything is as it was before.');
    expect(buttons(takenBack)).toEqual([]);
  });

  it('asks again after an answer that is no date, and changes nothing', async () => {
    const { world, plan, leadId } = await addAnna();
    await tapLabel(world, plan, ask);
    const again = await world.say('no *idea* yet', { replyTo: (await world.last()).id });
    expect(again.text).toContain('I did not understand “no *idea* yet” as a date');
    expect(again.forceReply).toBeDefined();
    expect((await stepsOf(database.db, leadId))[1]).toMatchObject({ dueAt: null });
    const answer = await world.say('tomorrow', { replyTo: again.id });
    expect(answer.text).toContain('demo on Tue 13 Oct, 09:00');
  });

  it('has no place for an answer once the lead is deleted or closed', async () => {
    const { world, plan, leadId } = await addAnna();
    await tapLabel(world, plan, ask);
    const question = await world.last();
    await setLeadStatus(database.db, { userId: olga, leadId, status: 'won', now: monday });
    expect((await world.say('tomorrow', { replyTo: question.id })).text).toContain('closed or was deleted');
    expect(await world.tapData(eventButton(leadId, 'demo'))).toMatchObject({ text: 'This lead is closed' });
    await deleteLead(database.db, { userId: olga, leadId, now: monday });
    expect((await world.say('tomorrow', { replyTo: question.id })).text).toContain('closed or was deleted');
  });

  it('is out of reach for somebody else', async () => {
    const { world, leadId } = await addAnna();
    await world.say('/start', { from: max });
    const notHere = { text: 'This is not here any more' };
    expect(await world.tapData(eventButton(leadId, 'demo'), max)).toMatchObject(notHere);
    expect(await world.tapData(leadButton('restore', leadId), max)).toMatchObject(notHere);
  });

  it('shows in /leads and /today', async () => {
    const { world, leadId } = await addAnna();
    expect((await world.say('/today')).text).toContain('Waiting\nAnna Petrova · 1 step waits for the demo');
    const [first] = await stepsOf(database.db, leadId);
    await world.tapData(`v1:done:${first?.id}`);
    expect((await world.say('/leads')).text).toContain('waits for the demo');
  });
});

describe('a lead that is lost, and opened again', () => {
  it('shows its steps as cancelled, and offers to restore them', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, reminder } = await remindedLead(world);
    const act = { userId: olga, leadId, now: monday };
    await setLeadStatus(database.db, { ...act, status: 'lost' });
    await world.settle();
    const lost = await world.message(reminder.id);
    expect(lost.text).toMatch(/^🏁 Step of day 0\nAnna Petrova · Acme\nCancelled .*: the lead is lost\.$/);
    expect(buttons(lost)).toEqual([['undo', 'open']]);

    await setLeadStatus(database.db, { ...act, status: 'meeting' });
    await world.settle();
    const opened = await world.message(reminder.id);
    expect(opened.text).toContain('It is open again.');
    expect(await world.tap(opened, 'restore')).toMatchObject({ text: '2 steps are open again' });
    expect((await world.message(reminder.id)).text).toMatch(/^🔔/);
    expect(await world.tapData(leadButton('restore', leadId))).toMatchObject({
      text: 'No step is cancelled any more',
    });
  });

  it('says so on its plan', async () => {
    const { world, plan, leadId } = await addAnna();
    const act = { userId: olga, leadId, now: monday };
    await setLeadStatus(database.db, { ...act, status: 'lost' });
    await world.settle();
    expect((await world.message(plan.id)).text).toContain('🏁 Write\n🏁 Ask again');
    await setLeadStatus(database.db, { ...act, status: 'new' });
    await world.settle();
    const opened = await world.message(plan.id);
    expect(opened.text).toContain('🏁 2 steps were cancelled when this lead was closed.');
    await world.tap(opened, 'restore');
    expect((await world.message(plan.id)).text).toContain('2. Ask again · waits for the demo');
    expect(await requestPlan(database.db, act)).toEqual({ ok: true });
  });
});
