import { describe, expect, it } from 'vitest';
import { anotherInstance } from '../support/another-instance.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { minutes } from '../support/frozen-clock.ts';
import { reopenGate } from '../support/many-chats.ts';
import { monday } from '../support/people.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';
import { told } from '../support/told.ts';

const database = openTestDatabase();

/** As it was before it was ever claimed. */
const untouched = { status: 'pending', attempts: 0, messageId: null, claimedBy: null, lastRemindedAt: null };

describe('a 429 from Telegram', () => {
  it('stops everything for as long as Telegram says: no other chat, no other instance', async () => {
    const world = await openBotWorld(database.db);
    const [soon, other] = [new Date(monday.getTime() + minutes(1)), await anotherInstance(world)];
    const mine = await plannedLead(world, { name: 'Mine', plan: [0] });
    const his = await plannedLead(world, { name: 'His', userId: max, plan: [0], now: soon });
    await world.fault({ kind: '429', method: 'sendMessage', retryAfter: 30 });
    await world.tick('due-reminders');
    world.clock.moveTo(soon);
    await world.tick('due-reminders');
    await other.tick('due-reminders');
    expect([await told(world, olga), await told(world, max)]).toEqual([[], []]);
    for (const { stepId } of [mine, his])
      expect(await reminderOf(database.db, stepId)).toMatchObject(untouched);

    await reopenGate(database.db);
    await world.restart();
    await world.tick('due-reminders');
    await other.tick('due-reminders');
    expect([await told(world, olga), await told(world, max)]).toEqual([['🔔 Mine'], ['🔔 His']]);
    for (const { stepId } of [mine, his])
      expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'sent', attempts: 1 });
  });

  it('is over when Telegram said so, and then each reminder goes out once', async () => {
    const world = await openBotWorld(database.db);
    for (const name of ['A', 'B']) await plannedLead(world, { name, plan: [0] });
    await world.fault({ kind: '429', method: 'sendMessage', retryAfter: 1 });
    await world.tick('due-reminders');
    expect(await told(world)).toEqual([]);
    for (let look = 1; look <= 3; look += 1) await world.tick('due-reminders');
    expect((await told(world)).sort()).toEqual(['🔔 A', '🔔 B']);
  });

  it('in the middle repeats nothing of what came before', async () => {
    const world = await openBotWorld(database.db);
    for (const name of ['A', 'B', 'C']) await plannedLead(world, { name, plan: [0] });
    await world.fault({ kind: 'slow', method: 'sendMessage', retryAfter: 0 });
    await world.fault({ kind: '429', method: 'sendMessage', count: 2, retryAfter: 1 });
    for (let look = 1; look <= 5; look += 1) await world.tick('due-reminders');
    expect((await told(world)).sort()).toEqual(['🔔 A', '🔔 B', '🔔 C']);
  });

  it('is no attempt, however often it comes', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    await world.fault({ kind: '429', method: 'sendMessage', count: 12, retryAfter: 0 });
    for (let look = 1; look <= 12; look += 1) {
      await world.tick('due-reminders');
      expect(await reminderOf(database.db, stepId)).toMatchObject(untouched);
    }
    await world.tick('due-reminders');
    expect(await told(world)).toEqual(['🔔 Anna Petrova']);
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'sent', attempts: 1 });
  });

  it('holds nothing up when the program stops, and a new program keeps to it as well', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    await world.fault({ kind: '429', method: 'sendMessage', retryAfter: 600 });
    await world.tick('due-reminders');
    await world.restart();
    world.clock.advance(minutes(9));
    await world.tick('due-reminders');
    expect(await told(world)).toEqual([]);
    expect(await reminderOf(database.db, stepId)).toMatchObject({ ...untouched, sendAt: monday });

    await reopenGate(database.db);
    await world.restart();
    await world.tick('due-reminders');
    expect(await told(world)).toEqual(['⏳🔔 Anna Petrova']);
  });

  it('on the word about an unsure reminder stops the rest as well, and the word comes after it', async () => {
    const world = await openBotWorld(database.db);
    const unsure = await plannedLead(world, { name: 'Unsure', plan: [0] });
    await world.fault({ kind: '500', method: 'sendMessage' });
    await world.tick('due-reminders');
    world.clock.advance(minutes(1));
    await world.fault({ kind: '429', method: 'sendMessage', retryAfter: 1 });
    await world.tick('due-reminders');
    expect(await reminderOf(database.db, unsure.stepId)).toMatchObject({
      status: 'unconfirmed',
      attempts: 1,
    });
    await plannedLead(world, { name: 'Due', plan: [0] });
    for (let look = 1; look <= 3; look += 1) await world.tick('due-reminders');
    expect(await told(world)).toEqual(['🔔 Due', '⚠️ Unsure']);
  });
});
