import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { getUser } from '../../server/auth/users.ts';
import { testReminders } from '../../server/db/schema.ts';
import { createMeter } from '../../server/meter.ts';
import { sendTestReminders } from '../../server/pollers/test-reminders.ts';
import { askForTest } from '../../server/reminders/test-reminders.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { button, buttons, max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { minutes } from '../support/frozen-clock.ts';
import { makeUser } from '../support/people.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';

const database = openTestDatabase();
const meter = createMeter();
const reopenGate = () => database.db.execute(sql`update send_gate set closed_until = null`);
afterEach(reopenGate);

/** People who pressed Start and asked for a test, each once. */
async function open(...people: number[]) {
  const world = await openBotWorld(database.db);
  for (const id of people) {
    await world.say('/start', { from: id });
    await makeUser(database.db, { id });
    await ask(world, id);
  }
  return world;
}

const ask = (world: BotWorld, userId = olga) => askForTest(database.db, { userId, now: world.clock.now() });
const send = (world: BotWorld, deps = {}) =>
  sendTestReminders({ ...world.deps, meter, sendRate: 0, ...deps }, new AbortController().signal);
const waiting = () => database.db.select().from(testReminders);
const tests = async (world: BotWorld, userId = olga) =>
  (await world.messages(userId)).filter(({ text }) => text.includes('test reminder'));

describe('a test reminder', () => {
  it('comes to the chat like a reminder, and leads back to the settings', async () => {
    const world = await open(olga);
    world.clock.advance(2000);
    await send(world);
    const message = await world.last();
    expect(message.text).toMatch(/^🔔 This is a test reminder/);
    expect(message.text).toContain('You asked for it on Mon 12 Oct, 09:00; it was on its way for 2 seconds.');
    expect(buttons(message)).toEqual([['openSettings']]);
    expect(button(message, 'openSettings')).toMatchObject({
      web_app: { url: 'https://app.example.org/settings' },
    });
    expect(world.complaints()).toEqual([]);
  });

  it('asked for twice is one message, and asked for again is another', async () => {
    const world = await open(olga);
    await ask(world);
    await send(world);
    await send(world);
    expect(await tests(world)).toHaveLength(1);
    await ask(world);
    await send(world);
    expect(await tests(world)).toHaveLength(2);
  });

  it('comes to everyone who asked, and to nobody else', async () => {
    const world = await open(olga, max);
    await send(world);
    expect([await tests(world, olga), await tests(world, max)].map((found) => found.length)).toEqual([1, 1]);
    expect(await waiting()).toEqual([]);
  });

  it('is not taken up when the program stops', async () => {
    const world = await open(olga);
    await sendTestReminders({ ...world.deps, meter, sendRate: 0 }, AbortSignal.abort());
    expect(await waiting()).toHaveLength(1);
  });
});

describe('a test reminder to a person who blocked the bot', () => {
  it('shows what is the matter: they are unreachable, and their reminders are held', async () => {
    const world = await open(olga, max);
    const { stepId } = await plannedLead(world, { plan: [3] });
    await world.fault({ kind: '403', method: 'sendMessage' });
    await send(world);
    expect(await getUser(database.db, olga)).toMatchObject({ unreachableAt: world.clock.now() });
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'held' });
    expect(await waiting()).toEqual([]);
    expect(await tests(world, max)).toHaveLength(1);
  });

  it('is not tried when that is known already', async () => {
    const world = await open(olga);
    await world.block(true);
    const { unreachableAt } = (await getUser(database.db, olga)) ?? {};
    world.clock.advance(minutes(1));
    await send(world);
    expect(await getUser(database.db, olga)).toMatchObject({ unreachableAt });
    expect(await waiting()).toEqual([]);
    expect(world.complaints()).toEqual([]);
  });
});

describe('a test reminder that was not delivered', () => {
  it('because Telegram asked for a pause comes after it, once', async () => {
    const world = await open(olga, max);
    await world.fault({ kind: '429', method: 'sendMessage', retryAfter: 30 });
    await send(world);
    await send(world);
    expect(await waiting()).toHaveLength(2);
    expect(await tests(world)).toHaveLength(0);
    await reopenGate();
    await send(world);
    expect([await tests(world, olga), await tests(world, max)].map((found) => found.length)).toEqual([1, 1]);
  });

  it('because Telegram cannot be reached comes when the line is back', async () => {
    const world = await open(olga);
    await send(world, { api: world.newApi('http://127.0.0.1:9') });
    expect(await waiting()).toHaveLength(1);
    await send(world);
    await send(world);
    expect(await tests(world)).toHaveLength(1);
  });

  it.each([true, false])('for all anyone knows is never sent again (arrived: %s)', async (accepted) => {
    const world = await open(olga);
    await world.fault({ kind: '500', method: 'sendMessage', accepted });
    await send(world);
    await send(world);
    expect(await tests(world)).toHaveLength(accepted ? 1 : 0);
    expect(await waiting()).toEqual([]);
  });
});
