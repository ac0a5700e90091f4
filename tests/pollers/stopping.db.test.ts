import { describe, expect, it } from 'vitest';
import { openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { type DueChat, dueChats } from '../support/many-chats.ts';
import { parkedSleep } from '../support/parked-sleep.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';
import { openScriptedTelegram } from '../support/scripted-telegram.ts';
import { tellingOf, told } from '../support/told.ts';

const database = openTestDatabase();

const rowsOf = (chats: DueChat[]) => Promise.all(chats.map(({ stepId }) => reminderOf(database.db, stepId)));
const untouched = { status: 'pending', attempts: 0, claimedBy: null, leaseUntil: null, lastRemindedAt: null };

/** A sender at one message a second, with five chats: one message is on its way, the next waits for its slot. */
async function slowQueue() {
  const world = await openBotWorld(database.db);
  const [telegram, parked] = [await openScriptedTelegram(), parkedSleep()];
  const chats = await dueChats(database.db, 5);
  await world.restart({ api: telegram.api(), sendRate: 1, sleep: parked.sleep });
  const release = telegram.hold();
  const ticking = world.tick('due-reminders');
  await telegram.untilAsked(1);
  await parked.untilParked(1);
  const first = chats.findIndex(({ userId }) => userId === telegram.asked[0]?.chatId);
  const [flying] = chats.splice(first, 1);
  if (!flying) throw new Error('nothing is on its way');
  return { world, telegram, release, ticking, flying, waiting: chats };
}

describe('a program that stops', () => {
  it('gives back what waits for its slot, and writes down what is on its way', async () => {
    const { world, telegram, release, ticking, flying, waiting } = await slowQueue();
    expect((await rowsOf(waiting)).map(({ status }) => status)).toContain('sending');
    const stopped = world.restart({ api: telegram.api() });
    release();
    await Promise.all([stopped, ticking]);
    expect(telegram.asked).toHaveLength(1);
    const rows = await rowsOf(waiting);
    for (const row of rows) expect(row).toMatchObject(untouched);
    // The one that waited for its slot; the others were never taken up, least of all after the stop.
    expect(rows.filter(({ lastError }) => lastError !== null)).toHaveLength(1);
    expect(await rowsOf([flying])).toMatchObject([{ status: 'sent', attempts: 1, claimedBy: null }]);
  });

  it('leaves everything to the next one, which sends the rest, once', async () => {
    const { world, telegram, release, ticking } = await slowQueue();
    const stopped = world.restart({ api: telegram.api() });
    release();
    await Promise.all([stopped, ticking]);
    world.clock.advance(1000);
    await world.tick('due-reminders');
    const all = [1, 2, 3, 4, 5].map((number) => `🔔 Lead ${number}`);
    expect(tellingOf(telegram.asked).sort()).toEqual(all);
  });

  it('waits for a slow answer, and the message counts as sent', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    await world.fault({ kind: 'slow', method: 'sendMessage', retryAfter: 0.3 });
    const ticking = world.tick('due-reminders');
    // As soon as it is claimed it leaves; the answer takes longer than the stop.
    await expect.poll(async () => (await reminderOf(database.db, stepId)).status).toBe('sending');
    await expect.poll(() => faultIsPlayed(world)).toBe(true);
    await world.restart();
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'sent', claimedBy: null });
    await ticking;
    await world.tick('due-reminders');
    expect(await told(world)).toEqual(['🔔 Anna Petrova']);
  });
});

/** The slow call has arrived at Telegram. */
const faultIsPlayed = async (world: Awaited<ReturnType<typeof openBotWorld>>) =>
  (await world.state()).fault === null;
