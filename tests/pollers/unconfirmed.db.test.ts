import { describe, expect, it } from 'vitest';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { buttons } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { days, minutes } from '../support/frozen-clock.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';

const database = openTestDatabase();

const about = async (world: BotWorld) =>
  (await world.messages()).filter(({ text }) => text.includes('Anna Petrova · Acme'));

const failures = [
  { kind: '500', method: 'sendMessage' },
  { kind: 'reset', method: 'sendMessage' },
  { kind: '500', method: 'sendMessage', accepted: true },
  { kind: 'reset', method: 'sendMessage', accepted: true },
] as const;

describe.each(failures)('a send that ends in $kind (arrived: $accepted)', (fault) => {
  it('is unconfirmed: never sent again as it was, but told of once', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    await world.fault(fault);
    await world.tick('due-reminders');
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'unconfirmed', messageId: null });
    const arrived = 'accepted' in fault ? 1 : 0;
    expect(await about(world)).toHaveLength(arrived);
    for (const pause of [minutes(15), minutes(15), days(1)]) {
      world.clock.advance(pause);
      await world.tick('due-reminders');
    }
    const messages = await about(world);
    expect(messages).toHaveLength(arrived + 1);
    expect(messages.at(-1)?.text).toMatch(/^⚠️ I could not confirm/);
    expect(messages.filter(({ text }) => text.startsWith('🔔'))).toHaveLength(arrived);
  });
});

describe('the word about an unsure reminder', () => {
  it('has the same buttons, and Done on it works', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    await world.fault({ kind: '500', method: 'sendMessage' });
    await world.tick('due-reminders');
    await world.tick('due-reminders');
    const word = await world.last();
    expect(buttons(word)).toEqual([
      ['done', 'snooze', 'skip'],
      ['copy', 'open'],
    ]);
    await world.tap(word, 'done');
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'done' });
  });

  it('is not sent when the step was settled meanwhile', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    await world.fault({ kind: '500', method: 'sendMessage' });
    await world.tick('due-reminders');
    await world.tapData(`v1:done:${stepId}`);
    await world.tick('due-reminders');
    expect(await about(world)).toHaveLength(0);
  });

  it('is itself never repeated, even when nobody knows whether it arrived', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world, { plan: [0] });
    await world.fault({ kind: '500', method: 'sendMessage', count: 2, accepted: true });
    await world.tick('due-reminders');
    await world.tick('due-reminders');
    world.clock.advance(days(1));
    await world.tick('due-reminders');
    expect(await about(world)).toHaveLength(2);
  });
});

describe('Telegram that cannot be reached at all', () => {
  it('costs no reminder: it goes out, once and as it was, when the line is back', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    await world.restart({ api: world.newApi('http://127.0.0.1:9') });
    await world.tick('due-reminders');
    expect(await reminderOf(database.db, stepId)).toMatchObject({
      ...{ status: 'pending', lastError: 'ECONNREFUSED' },
      retryAt: new Date(world.clock.now().getTime() + minutes(1)),
    });
    await world.restart();
    world.clock.advance(minutes(1));
    await world.tick('due-reminders');
    await world.tick('due-reminders');
    expect((await about(world)).map(({ text }) => text.slice(0, 2))).toEqual(['🔔']);
  });
});
