import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { scheduledReminders, sendGate } from '../../server/db/schema.ts';
import { createPollers } from '../../server/pollers/index.ts';
import { askForTest } from '../../server/reminders/test-reminders.ts';
import { neverByItself, openBotWorld } from '../support/bot-world.ts';
import { max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { days } from '../support/frozen-clock.ts';
import { dueChats, fillGate, nextFreeSlot } from '../support/many-chats.ts';
import { parkedSleep } from '../support/parked-sleep.ts';
import { makeLead, makeUser } from '../support/people.ts';
import { plannedLead } from '../support/scenes.ts';
import { openScriptedTelegram } from '../support/scripted-telegram.ts';
import { told } from '../support/told.ts';

const database = openTestDatabase();
const rate = 20;
const gapMs = 1000 / rate;

describe('twenty chats at twenty messages a second', () => {
  it('reach Telegram one by one in the order of their slots, each in one of its own', async () => {
    const world = await openBotWorld(database.db);
    const [telegram, parked] = [await openScriptedTelegram(), parkedSleep()];
    await dueChats(database.db, 20);
    // Nobody leaves at once: the next ten seconds are taken.
    await fillGate(database.db, 10);
    const free = await nextFreeSlot(database.db);
    await world.restart({ api: telegram.api(), sendRate: rate, sleep: parked.sleep });
    const ticking = world.tick('due-reminders');
    for (let slot = 0; slot < 20; slot += 1) {
      await parked.untilParked(slot + 1);
      expect(telegram.asked).toHaveLength(slot);
      parked.wake(slot);
      await telegram.untilAsked(slot + 1);
    }
    await ticking;
    expect((await nextFreeSlot(database.db)) - free).toBeCloseTo(20 * gapMs, 1);
    const [first = 0, ...others] = parked.slots();
    // A slot or two of leeway: this process hears of its slots a few milliseconds after the database gave them.
    for (const [index, slot] of others.entries())
      expect(Math.abs((slot - first) / gapMs - (index + 1))).toBeLessThan(3);
    expect(new Set(telegram.asked.map(({ chatId }) => chatId)).size).toBe(20);
  });

  it('whose slots are long gone go out without a wait', async () => {
    const world = await openBotWorld(database.db);
    const [telegram, sleeps] = [await openScriptedTelegram(), [] as number[]];
    await dueChats(database.db, 1);
    const sleep = async (ms: number) => void sleeps.push(ms);
    await world.restart({ api: telegram.api(), sendRate: rate, sleep });
    await world.tick('due-reminders');
    expect(telegram.asked).toHaveLength(1);
    expect(sleeps).toEqual([]);
  });
});

describe('messages that are no reminders', () => {
  /** A nudge and a test reminder are to be sent; the next ten seconds of the gate are taken. */
  async function othersWaiting() {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    await makeUser(database.db);
    await makeLead(database.db, { name: 'Quiet' });
    await world.say('/start', { from: max });
    world.clock.advance(days(3) + 60_000);
    await askForTest(database.db, { userId: max, now: world.clock.now() });
    await fillGate(database.db, 10);
    const parked = parkedSleep();
    await world.restart({ sendRate: rate, sleep: parked.sleep });
    return { world, parked };
  }

  it.each(['followups', 'test-reminders'] as const)('wait for a slot of the same gate: %s', async (name) => {
    const { world, parked } = await othersWaiting();
    const [free, userId] = [await nextFreeSlot(database.db), name === 'followups' ? olga : max];
    const before = (await world.messages(userId)).length;
    const ticking = world.tick(name);
    await parked.untilParked(1);
    expect((await nextFreeSlot(database.db)) - free).toBeCloseTo(gapMs, 1);
    expect(await world.messages(userId)).toHaveLength(before);
    parked.wakeAll();
    await ticking;
    expect(await world.messages(userId)).toHaveLength(before + 1);
  });

  it('and reminders all have slots of their own', async () => {
    const { world, parked } = await othersWaiting();
    await plannedLead(world, { userId: max, plan: [0], now: world.clock.now() });
    const free = await nextFreeSlot(database.db);
    const names = ['followups', 'test-reminders', 'due-reminders'] as const;
    const ticking = names.map((name) => world.tick(name));
    await parked.untilParked(3);
    expect((await nextFreeSlot(database.db)) - free).toBeCloseTo(3 * gapMs, 1);
    parked.wakeAll();
    await Promise.all(ticking);
    expect(await told(world, max)).toContain('🔔 Anna Petrova');
  });

  it('keep a second between a reminder and a nudge in one chat', async () => {
    const { world } = await othersWaiting();
    await world.restart();
    await plannedLead(world, { name: 'Due', plan: [0], now: world.clock.now() });
    await world.tick('due-reminders');
    const before = world.sleeps.length;
    await world.tick('followups');
    expect(world.sleeps.slice(before)).toEqual([1000]);
    expect((await world.last()).text).toMatch(/^🕰 Quiet/);
  });
});

describe('a chat with several messages', () => {
  it('gets them a second apart, also when they had to wait for their slots', async () => {
    const world = await openBotWorld(database.db);
    const [parked, leaveAt] = [parkedSleep(), [] as number[]];
    for (const name of ['A', 'B']) await plannedLead(world, { name, plan: [0] });
    await fillGate(database.db, 10);
    const sleep = (ms: number, stopping: AbortSignal) => {
      leaveAt.push(world.clock.now().getTime() + ms);
      return parked.sleep(ms, stopping);
    };
    const pollers = createPollers({ ...world.deps, sendRate: rate, sleep }, neverByItself);
    const poller = pollers.find(({ name }) => name === 'due-reminders');
    for (let second = 0; second < 15; second += 1) {
      await poller?.tick();
      world.clock.advance(1000);
      // The database’s clock goes on as well.
      await database.db.update(sendGate).set({ freeAt: sql`${sendGate.freeAt} - interval '1 second'` });
    }
    parked.wakeAll();
    await poller?.idle();
    await poller?.stop();
    const claimedAt = (await database.db.select().from(scheduledReminders)).map(({ lastRemindedAt }) =>
      Number(lastRemindedAt),
    );
    const [first = 0, second = Math.max(...claimedAt)] = leaveAt;
    expect(second - first).toBeGreaterThanOrEqual(1000);
    expect((await told(world)).sort()).toEqual(['🔔 A', '🔔 B']);
  });
});
