import { describe, expect, it } from 'vitest';
import { getUser } from '../../server/auth/users.ts';
import { pauseLead } from '../../server/plans/pause.ts';
import { getLeadCard } from '../../server/views/leads.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { buttons, max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { days } from '../support/frozen-clock.ts';
import { monday } from '../support/people.ts';
import { leadRow, remindersOf, stepsOf } from '../support/rows.ts';
import { plannedLead, remindedLead } from '../support/scenes.ts';

const database = openTestDatabase();
const duesOf = async (leadId: string) =>
  (await stepsOf(database.db, leadId)).map(({ dueLocal }) => dueLocal?.slice(5, 10));

describe('T9: “They replied” on a reminder', () => {
  it('pauses the plan, and the message asks what comes next', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, reminder } = await remindedLead(world);
    expect(await world.tap(reminder, 'hasReplied')).toMatchObject({
      text: 'The plan rests: nothing more is sent by itself',
    });
    const message = await world.message(reminder.id);
    expect(message.text).toBe(
      '⏸ Step of day 0\nAnna Petrova · Acme\nThey replied, so the plan rests. What next?',
    );
    expect(buttons(message)).toEqual([
      ['resume', 'newPlan'],
      ['won', 'leadLost', 'open'],
    ]);
    expect(await leadRow(database.db, leadId)).toMatchObject({ pausedAt: monday, pauseReason: 'replied' });
    const statuses = (await remindersOf(database.db, leadId)).map(({ status }) => status);
    expect(statuses).toEqual(['cancelled', 'cancelled']);
  });

  it('can be followed by going on, with the new dates shown first', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, reminder } = await remindedLead(world);
    await world.tap(reminder, 'hasReplied');
    world.clock.advance(days(7));
    await world.tap(await world.message(reminder.id), 'resume');
    const preview = await world.last();
    expect(preview.text).toContain('Shall the plan go on?\n\nThen 2 steps move by 5 working days:');
    expect(buttons(preview)).toEqual([['resume', 'notYet']]);
    expect(await duesOf(leadId)).toEqual(['10-12', '10-15']);
    await world.tap(preview, 'resume');
    expect(await duesOf(leadId)).toEqual(['10-19', '10-22']);
    expect((await world.message(preview.id)).text).toContain('2 steps moved by 5 working days:');
    expect((await world.message(reminder.id)).text).toContain('🔔');
    // An old button changes nothing twice.
    expect(await world.tapData(`v1:resume-now:${leadId}`)).toMatchObject({ text: 'The plan is not paused' });
    await world.tap(await world.message(preview.id), 'undo');
    expect(await duesOf(leadId)).toEqual(['10-12', '10-15']);
    const takenBack = await world.message(preview.id);
    expect(takenBack.text).toBe('↩️ Anna Petrova · Acme\nTaken back: everything is as it was before.');
    expect(buttons(takenBack)).toEqual([]);
    expect((await world.message(reminder.id)).text).toContain('They replied, so the plan rests.');
  });

  it('can be followed by a lead that is won or lost, and that can be taken back', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, reminder } = await remindedLead(world);
    await world.tap(reminder, 'hasReplied');
    const resting = await world.message(reminder.id);
    await world.tap(resting, 'won');
    const closed = await world.message(reminder.id);
    expect(closed.text).toContain('the lead is won.');
    expect(buttons(closed)).toEqual([['undo', 'open']]);
    expect(await world.tap(closed, 'undo')).toMatchObject({ text: 'Taken back' });
    expect((await world.message(reminder.id)).text).toBe(resting.text);
    expect(await leadRow(database.db, leadId)).toMatchObject({ status: 'new', pauseReason: 'replied' });
  });

  it('offers the way back on a message about the lead as a whole, however often it was tapped', async () => {
    const world = await openBotWorld(database.db);
    const { leadId } = await remindedLead(world);
    await world.tapData(`v1:lost:${leadId}`);
    await world.tapData(`v1:lost:${leadId}`);
    for (const message of (await world.messages()).slice(-2)) {
      expect(message.text).toContain('This lead is closed (lost)');
      expect(buttons(message)).toEqual([['undo', 'open']]);
    }
    await world.tap(await world.last(), 'undo');
    expect((await world.last()).text).toContain('Taken back');
    expect(await leadRow(database.db, leadId)).toMatchObject({ status: 'new' });
  });

  it('keeps the day on which the person wanted to hear of the lead again', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, reminder } = await remindedLead(world);
    const waiting = { reason: 'waiting', waitingFor: 'contract sent', wakeLocal: '2026-10-26' } as const;
    await pauseLead(database.db, { userId: olga, leadId, ...waiting, now: monday });
    await world.tapData(`v1:replied:${leadId}`);
    expect((await world.message(reminder.id)).text).toContain(
      'They replied, so the plan rests, until Mon 26 Oct. What next?',
    );
    const user = await getUser(database.db, olga);
    const shown = async (now: Date) => user && (await getLeadCard(database.db, user, leadId, now))?.pause;
    expect(await shown(monday)).toMatchObject({ waitingFor: null, wakeDay: '2026-10-26' });
    // A day that has come is none to be picked again.
    expect(await shown(new Date('2026-10-26T08:00:00Z'))).toMatchObject({ wakeDay: null });
  });

  it('can be followed by a new plan, which runs', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, reminder } = await remindedLead(world);
    await world.tap(reminder, 'hasReplied');
    await world.tap(await world.message(reminder.id), 'newPlan');
    expect((await world.last()).text).toBe(
      'Replace the 2 open steps of the plan for Anna Petrova? What is done stays, and the plan goes on.',
    );
    await world.tap(await world.last(), 'replace');
    expect(await leadRow(database.db, leadId)).toMatchObject({ pausedAt: null, pauseReason: null });
  });

  it('is nobody else’s to say', async () => {
    const world = await openBotWorld(database.db);
    const { leadId } = await remindedLead(world);
    await world.say('/start', { from: max });
    for (const act of ['replied', 'resume', 'resume-now', 'wait-week', 'won', 'lost'])
      expect(await world.tapData(`v1:${act}:${leadId}`, max)).toMatchObject({
        text: 'This is not here any more',
      });
    expect(await leadRow(database.db, leadId)).toMatchObject({ pausedAt: null, status: 'new' });
  });
});

describe('/away', () => {
  it('shows what would move before it is set, and sets it', async () => {
    const world = await openBotWorld(database.db);
    const { leadId } = await plannedLead(world, { plan: [0, 3] });
    const preview = await world.say('/away 14-20 Oct');
    expect(preview.text).toBe(
      [
        '🌴 Away from Wed 14 Oct to Tue 20 Oct? Nothing is sent meanwhile.',
        '1 step moves behind it:\nAnna Petrova: Step of day 3: Thu 15 Oct → Thu 22 Oct',
      ].join('\n\n'),
    );
    expect(buttons(preview)).toEqual([['setAway', 'notAway']]);
    expect(await duesOf(leadId)).toEqual(['10-12', '10-15']);
    await world.tap(preview, 'setAway');
    expect(await duesOf(leadId)).toEqual(['10-12', '10-22']);
    const set = 'Set: nothing is sent from Wed 14 Oct to Tue 20 Oct.';
    expect((await world.message(preview.id)).text).toContain(set);
    expect((await world.say('/away')).text).toContain(set);
    const ended = await world.say('/away off');
    expect(ended.text).toContain('Not away any more: reminders come as usual.\n\n1 step moved:');
    expect(await duesOf(leadId)).toEqual(['10-12', '10-15']);
  });

  it('says so while it lasts, and does not speak of it or end it once it is over', async () => {
    const world = await openBotWorld(database.db);
    const { leadId } = await plannedLead(world, { plan: [0, 3] });
    await world.tap(await world.say('/away 14-20 Oct'), 'setAway');
    world.clock.moveTo(new Date('2026-10-20T21:59:00Z'));
    expect((await world.say('/away')).text).toContain('You are away from Wed 14 Oct to Tue 20 Oct');
    world.clock.moveTo(new Date('2026-10-20T22:00:00Z'));
    expect((await world.say('/away')).text).toMatch(/^When are you away\?/);
    expect((await world.say('/away off')).text).toContain('You are not away');
    expect(await duesOf(leadId)).toEqual(['10-12', '10-22']);
  });

  it.each([
    ['/away', 'When are you away?'],
    ['/away off', 'You are not away'],
    ['/away soon', 'I could not read that as days.'],
    ['/away 2026-10-01 to 2026-10-05', 'Those days are over.'],
    ['/away 2026-10-20 to 2026-10-14', 'That would end before it starts.'],
    ['/away 2026-10-20 to 2028-10-14', 'a year at most'],
  ])('%s answers “%s”, and changes nothing', async (text, words) => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    expect((await world.say(text)).text).toContain(words);
    expect(await getUser(database.db, olga)).toMatchObject({ awayFrom: null, awayUntil: null });
  });

  it('refuses days of somebody’s own making', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    await world.tapData('v1:away-set:20261014:20261099');
    expect(await getUser(database.db, olga)).toMatchObject({ awayFrom: null });
  });
});
