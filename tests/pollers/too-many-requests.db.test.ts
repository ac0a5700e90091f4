import { describe, expect, it } from 'vitest';
import { openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { minutes } from '../support/frozen-clock.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';

const database = openTestDatabase();

describe('a 429 from Telegram', () => {
  it('stops the sender for as long as Telegram says, and then each reminder goes out once', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world, { name: 'First', plan: [0] });
    await plannedLead(world, { name: 'Second', plan: [0] });
    await world.fault({ kind: '429', method: 'sendMessage', retryAfter: 17 });
    await world.tick('due-reminders');
    expect(world.sleeps).toEqual([17_000]);
    const texts = (await world.messages()).map(({ text }) => text.split('\n')[0]);
    expect(texts.slice(1).sort()).toEqual(['🔔 First · Acme', '🔔 Second · Acme']);
  });

  it('in the middle of a batch repeats nothing of what came before', async () => {
    const world = await openBotWorld(database.db);
    for (const name of ['A', 'B', 'C']) await plannedLead(world, { name, plan: [0] });
    await world.fault({ kind: 'slow', method: 'sendMessage', retryAfter: 0 });
    await world.fault({ kind: '429', method: 'sendMessage', count: 2, retryAfter: 5 });
    await world.tick('due-reminders');
    expect(world.sleeps).toEqual([5000, 5000]);
    expect(await world.messages()).toHaveLength(4);
  });

  it('holds nothing up when the program stops: what waits keeps its place', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    let restarted: Promise<void> | undefined;
    const sleep = async (ms: number) => {
      restarted = world.restart();
      world.clock.advance(ms);
    };
    await world.restart({ sleep });
    await world.fault({ kind: '429', method: 'sendMessage', retryAfter: 17 });
    await world.tick('due-reminders');
    await restarted;
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'pending', messageId: null });
    expect(await world.messages()).toHaveLength(1);
    await world.tick('due-reminders');
    expect(await world.messages()).toHaveLength(2);
  });

  it('of more than a minute is left to a later tick; the rows keep their place', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    await world.fault({ kind: '429', method: 'sendMessage', retryAfter: 600 });
    await world.tick('due-reminders');
    expect(world.sleeps).toEqual([]);
    expect(await reminderOf(database.db, stepId)).toMatchObject({
      ...{ status: 'pending', attempts: 0, messageId: null },
      retryAt: new Date(world.clock.now().getTime() + minutes(10)),
    });
    world.clock.advance(minutes(9));
    await world.tick('due-reminders');
    expect(await world.messages()).toHaveLength(1);
    world.clock.advance(minutes(1));
    await world.tick('due-reminders');
    expect(await world.messages()).toHaveLength(2);
  });

  it('on the word about an unsure reminder stops the rest of the sweep as well', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world, { name: 'Unsure', plan: [0] });
    await world.fault({ kind: '500', method: 'sendMessage' });
    await world.tick('due-reminders');
    await plannedLead(world, { name: 'Due', plan: [0] });
    await world.fault({ kind: '429', method: 'sendMessage', retryAfter: 7 });
    await world.tick('due-reminders');
    expect(world.sleeps).toEqual([7000]);
    await world.tick('due-reminders');
    const texts = (await world.messages()).slice(1).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts.filter((text) => text.includes('Unsure'))).toHaveLength(1);
  });
});
