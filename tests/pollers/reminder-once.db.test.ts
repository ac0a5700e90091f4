import { describe, expect, it } from 'vitest';
import { openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { days, minutes } from '../support/frozen-clock.ts';
import { plannedLead, remindedLead } from '../support/scenes.ts';

const database = openTestDatabase();

const reminders = async (world: Awaited<ReturnType<typeof openBotWorld>>) =>
  (await world.messages()).filter(({ text }) => text.startsWith('🔔'));

describe('a reminder that was sent', () => {
  it('is not sent again by any later tick', async () => {
    const world = await openBotWorld(database.db);
    await remindedLead(world, { plan: [0] });
    for (const pause of [minutes(0), minutes(15), minutes(60), days(1), days(7)]) {
      world.clock.advance(pause);
      await world.tick('due-reminders');
    }
    expect(await reminders(world)).toHaveLength(1);
  });

  it('is not sent again after a restart', async () => {
    const world = await openBotWorld(database.db);
    await remindedLead(world, { plan: [0] });
    await world.restart();
    world.clock.advance(minutes(20));
    await world.tick('due-reminders');
    expect(await reminders(world)).toHaveLength(1);
  });

  it('is sent once when four processes look at the same moment', async () => {
    const world = await openBotWorld(database.db);
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) await plannedLead(world, { name, plan: [0] });
    const { createPollers } = await import('../../server/pollers/index.ts');
    const schedule = { reminderCron: '0 0 1 1 *', followupCron: '0 0 1 1 *' };
    const processes = [1, 2, 3, 4].map(() => createPollers(world.deps, schedule)[0]);
    await Promise.all(processes.map((poller) => poller?.tick()));
    const sent = (await reminders(world)).map(({ text }) => text.slice(3, 4)).sort();
    expect(sent).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  });

  it('is not sent for a step of which a claim was made and the process died, but told of as unsure', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world, { plan: [0] });
    const { claimDueReminders } = await import('../../server/reminders/claim.ts');
    await claimDueReminders(database.db, { now: world.clock.now(), limit: 5 });
    world.clock.advance(minutes(1));
    await world.tick('due-reminders');
    expect(await world.messages()).toHaveLength(1);
    world.clock.advance(minutes(1));
    await world.tick('due-reminders');
    await world.tick('due-reminders');
    expect(await world.messages()).toHaveLength(2);
    expect((await world.last()).text).toMatch(/^⚠️ I could not confirm .*once more\.\n\n🔔 Anna Petrova/);
  });
});
