import { describe, expect, it } from 'vitest';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { buttons } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { days, minutes } from '../support/frozen-clock.ts';
import { dueChats, reopenGate } from '../support/many-chats.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';
import { openScriptedTelegram } from '../support/scripted-telegram.ts';
import { tellingOf, told } from '../support/told.ts';

const database = openTestDatabase();

/** The sender looks now and again for a long time. */
async function lookOften(world: BotWorld) {
  for (const pause of [minutes(1), minutes(15), minutes(15), days(1), days(7)]) {
    world.clock.advance(pause);
    await world.tick('due-reminders');
  }
}

/** A reminder of which nobody knows whether it arrived; it did not. */
async function unsureReminder() {
  const world = await openBotWorld(database.db);
  const { stepId } = await plannedLead(world, { plan: [0] });
  await world.fault({ kind: '500', method: 'sendMessage' });
  await world.tick('due-reminders');
  return { world, stepId };
}

const failures = [
  { kind: '500', method: 'sendMessage' },
  { kind: 'reset', method: 'sendMessage' },
  { kind: 'down', method: 'sendMessage' },
  { kind: '500', method: 'sendMessage', accepted: true },
  { kind: 'reset', method: 'sendMessage', accepted: true },
] as const;

describe.each(failures)('a send that ends in $kind (arrived: $accepted)', (fault) => {
  it('is unconfirmed: never sent again as it was, but told of once, a minute later', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    await world.fault(fault);
    await world.tick('due-reminders');
    expect(await reminderOf(database.db, stepId)).toMatchObject({
      ...{ status: 'unconfirmed', messageId: null, claimedBy: null },
      sendAt: new Date(world.clock.now().getTime() + minutes(1)),
    });
    const arrived = 'accepted' in fault ? ['🔔 Anna Petrova'] : [];
    expect(await told(world)).toEqual(arrived);
    await lookOften(world);
    expect(await told(world)).toEqual([...arrived, '⚠️ Anna Petrova']);
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'sent' });
  });
});

describe('the word about an unsure reminder', () => {
  it('says so, has the same buttons, and Done on it works', async () => {
    const { world, stepId } = await unsureReminder();
    world.clock.advance(minutes(1));
    await world.tick('due-reminders');
    const word = await world.last();
    expect(word.text).toMatch(
      /^⚠️ I could not confirm .*once more\.\n\n🔔 Anna Petrova · Acme\nStep of day 0/,
    );
    expect(buttons(word)).toEqual([
      ['done', 'snooze', 'skip', 'hasReplied'],
      ['copy', 'why', 'open'],
    ]);
    await world.tap(word, 'done');
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'done' });
  });

  it('is not sent when the step was settled meanwhile', async () => {
    const { world, stepId } = await unsureReminder();
    await world.tapData(`v1:done:${stepId}`);
    await lookOften(world);
    expect(await told(world)).toEqual([]);
  });

  it('comes again when nobody knows whether it arrived itself: rather twice than never', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world, { plan: [0] });
    await world.fault({ kind: '500', method: 'sendMessage', count: 2, accepted: true });
    await world.tick('due-reminders');
    await lookOften(world);
    expect(await told(world)).toEqual(['🔔 Anna Petrova', '⚠️ Anna Petrova', '⚠️ Anna Petrova']);
  });

  it('is repeated for as long as it takes, each time after a longer wait, once an hour in the end', async () => {
    const world = await openBotWorld(database.db);
    const telegram = await openScriptedTelegram();
    telegram.answer(() => ({ code: 502, description: 'Bad Gateway' }));
    const [chat] = await dueChats(database.db, 1);
    const reminder = () => reminderOf(database.db, chat?.stepId ?? '');
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 9; attempt += 1) {
      // A new process, for one that heard so many failures takes long breaks.
      await world.restart({ api: telegram.api() });
      await reopenGate(database.db);
      await world.tick('due-reminders');
      const { status, attempts, sendAt } = await reminder();
      expect([status, attempts]).toEqual(['unconfirmed', attempt]);
      waits.push(sendAt.getTime() - world.clock.now().getTime());
      world.clock.moveTo(sendAt);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60].map(minutes));
    expect(tellingOf(telegram.asked)).toEqual(['🔔 Lead 1', ...Array(8).fill('⚠️ Lead 1')]);
  });
});

describe('several reminders of one chat that nobody could confirm', () => {
  it('are told of in one message, with the buttons of each, and never again', async () => {
    const world = await openBotWorld(database.db);
    for (const name of ['A', 'B', 'C', 'D']) await plannedLead(world, { name, plan: [0] });
    await world.fault({ kind: 'reset', method: 'sendMessage' });
    await world.tick('due-reminders');
    expect(await told(world)).toEqual([]);
    await lookOften(world);
    const word = await world.last();
    expect(word.text).toMatch(/^⚠️ I could not confirm that my reminders about these steps reached you/);
    expect(await told(world)).toEqual([expect.stringMatching(/^⚠️ (\w, ){3}\w$/)]);
    for (const place of [1, 2, 3, 4]) {
      const row = [`✓ Done ${place}`, `Snooze ${place}`, `Skip ${place}`, `Open ${place}`];
      expect(buttons(word)[place - 1]).toEqual(row);
    }
  });

  it('are told of in one message when they failed one after the other, too', async () => {
    const world = await openBotWorld(database.db);
    for (const name of ['A', 'B']) await plannedLead(world, { name, plan: [0] });
    await world.fault({ kind: 'reset', method: 'sendMessage', count: 2 });
    await world.tick('due-reminders');
    world.clock.advance(minutes(2));
    await world.tick('due-reminders');
    expect(await told(world)).toEqual([expect.stringMatching(/^⚠️ (A, B|B, A)$/)]);
  });
});

describe('Telegram that cannot be reached at all', () => {
  it('costs no reminder and no attempt: it goes out, once and as it was, when the line is back', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    await world.restart({ api: world.newApi('http://127.0.0.1:9') });
    await world.tick('due-reminders');
    expect(await reminderOf(database.db, stepId)).toMatchObject({
      ...{ status: 'pending', attempts: 0, lastError: 'ECONNREFUSED', claimedBy: null },
      sendAt: world.clock.now(),
    });
    await world.restart();
    await world.tick('due-reminders');
    await world.tick('due-reminders');
    expect(await told(world)).toEqual(['🔔 Anna Petrova']);
    expect(await reminderOf(database.db, stepId)).toMatchObject({
      ...{ status: 'sent', attempts: 1, lastError: null },
    });
  });
});
