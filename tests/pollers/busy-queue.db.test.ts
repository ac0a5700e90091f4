import { describe, expect, it } from 'vitest';
import { openBotWorld } from '../support/bot-world.ts';
import { max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { dueChats, fillGate } from '../support/many-chats.ts';
import { parkedSleep } from '../support/parked-sleep.ts';
import { plannedLead, remindedLead, reminderOf } from '../support/scenes.ts';
import { openScriptedTelegram } from '../support/scripted-telegram.ts';
import { tellingOf } from '../support/told.ts';

const database = openTestDatabase();

/** Forty chats wait for their slots, and Max’s with them; Olga has her reminder already. */
async function busyWorld() {
  const world = await openBotWorld(database.db);
  const [telegram, parked] = [await openScriptedTelegram(), parkedSleep()];
  const olgas = await remindedLead(world, { plan: [0] });
  const his = await plannedLead(world, { name: 'His', userId: max, plan: [0] });
  await dueChats(database.db, 40);
  await fillGate(database.db, 10);
  await world.restart({ api: telegram.api(), sendRate: 10, sleep: parked.sleep });
  const ticking = world.tick('due-reminders');
  await parked.untilParked(1);
  const finish = async () => {
    const waking = setInterval(parked.wakeAll, 5);
    await ticking.finally(() => clearInterval(waking));
  };
  return { world, telegram, olgas, his, finish };
}

describe('while a long queue of messages waits for its slots', () => {
  it('a person who taps a button is answered, and the step is settled', async () => {
    const { world, telegram, olgas, finish } = await busyWorld();
    expect(await world.tap(olgas.reminder, 'done')).toMatchObject({ text: '✅ Done' });
    expect(await reminderOf(database.db, olgas.stepId)).toMatchObject({ status: 'done' });
    expect(telegram.asked).toEqual([]);
    await finish();
  });

  it('a person who writes is answered', async () => {
    const { world, telegram, finish } = await busyWorld();
    expect((await world.say('/today')).text).toContain('Monday, 12 October');
    expect((await world.say('/add Ben Ott, CTO at Weber', { from: max })).text).toContain('Ben Ott');
    expect(telegram.asked).toEqual([]);
    await finish();
  });

  it('a person whose own reminder waits in it may settle its step, and still hears of nothing twice', async () => {
    const { world, telegram, his, finish } = await busyWorld();
    await world.tapData(`v1:done:${his.stepId}`, max);
    expect(await reminderOf(database.db, his.stepId)).toMatchObject({ status: 'done' });
    await finish();
    await world.tick('due-reminders');
    expect(await reminderOf(database.db, his.stepId)).toMatchObject({ status: 'done', claimedBy: null });
    expect(telegram.sent.filter(({ chatId }) => chatId === max).length).toBeLessThanOrEqual(1);
  });

  it('everybody in it hears of their step in the end, once', async () => {
    const { world, telegram, finish } = await busyWorld();
    await finish();
    await world.tick('due-reminders');
    const all = ['🔔 His', ...Array.from({ length: 40 }, (_, index) => `🔔 Lead ${index + 1}`)];
    expect(tellingOf(telegram.sent).sort()).toEqual(all.sort());
    expect(telegram.sent.some(({ chatId }) => chatId === olga)).toBe(false);
  });
});
