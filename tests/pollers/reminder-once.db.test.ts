import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { beat } from '../../server/instances/instances.ts';
import { claimDue } from '../../server/reminders/claim.ts';
import { anotherInstance } from '../support/another-instance.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { days, minutes } from '../support/frozen-clock.ts';
import { dueChats } from '../support/many-chats.ts';
import { plannedLead, remindedLead, reminderOf } from '../support/scenes.ts';
import { openScriptedTelegram } from '../support/scripted-telegram.ts';
import { tellingOf, told } from '../support/told.ts';

const database = openTestDatabase();

describe('a reminder that was sent', () => {
  it('is not sent again by any later tick', async () => {
    const world = await openBotWorld(database.db);
    await remindedLead(world, { plan: [0] });
    for (const pause of [minutes(0), minutes(15), minutes(60), days(1), days(7)]) {
      world.clock.advance(pause);
      await world.tick('due-reminders');
    }
    expect(await told(world)).toEqual(['🔔 Anna Petrova']);
  });

  it('is not sent again after a restart', async () => {
    const world = await openBotWorld(database.db);
    await remindedLead(world, { plan: [0] });
    await world.restart();
    world.clock.advance(minutes(20));
    await world.tick('due-reminders');
    expect(await told(world)).toEqual(['🔔 Anna Petrova']);
  });

  it('is sent once when four processes look at the same moment', async () => {
    const world = await openBotWorld(database.db);
    const telegram = await openScriptedTelegram();
    const chats = await dueChats(database.db, 24);
    const change = { api: telegram.api(), sendRate: 6, sleep: async () => {} };
    const processes = await Promise.all([1, 2, 3, 4].map(() => anotherInstance(world, change)));
    await Promise.all(processes.map((one) => one.tick('due-reminders')));
    expect(tellingOf(telegram.sent).sort()).toEqual(chats.map(({ name }) => `🔔 ${name}`).sort());
    for (const { stepId } of chats)
      expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'sent', attempts: 1 });
  });
});

describe('a reminder that another process has in its hands', () => {
  /** Claimed by a process of which nothing more is heard. */
  async function claimedElsewhere() {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    const instance = randomUUID();
    await claimDue(database.db, { now: world.clock.now(), instance, limit: 5, rate: 0 });
    const look = async () => {
      await world.tick('heartbeat');
      await world.tick('due-reminders');
    };
    return { world, stepId, instance, look };
  }

  it('is left to it as long as it lives', async () => {
    const { world, stepId, instance, look } = await claimedElsewhere();
    await beat(database.db, instance);
    world.clock.advance(minutes(1));
    await look();
    expect(await told(world)).toEqual([]);
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'sending', claimedBy: instance });
  });

  it('is not sent as it was when that process died, but told of as unsure, once', async () => {
    const { world, stepId, look } = await claimedElsewhere();
    world.clock.advance(minutes(1));
    await look();
    await look();
    expect(await told(world)).toEqual(['⚠️ Anna Petrova']);
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'sent' });
    expect(world.complaints()).toMatchObject([
      { reminders: 1, msg: 'taken over from an instance that died in the middle of sending' },
    ]);
  });
});
