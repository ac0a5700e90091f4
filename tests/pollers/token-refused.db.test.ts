import { describe, expect, it } from 'vitest';
import { askForTest } from '../../server/reminders/test-reminders.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { days, minutes } from '../support/frozen-clock.ts';
import { makeLead, monday } from '../support/people.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';
import { told } from '../support/told.ts';

const database = openTestDatabase();
const later = new Date(monday.getTime() + minutes(1));

/** Telegram refuses the token while something is due for Olga, and soon for Max. */
async function refusedToken() {
  const world = await openBotWorld(database.db);
  const mine = await plannedLead(world, { name: 'Mine', plan: [0] });
  const his = await plannedLead(world, { name: 'His', userId: max, plan: [0], now: later });
  await world.fault({ kind: '401', count: 'until-off' });
  await world.tick('due-reminders');
  return { world, stepIds: [mine.stepId, his.stepId] };
}

const fatal = (world: BotWorld) => world.complaints().filter(({ level }) => level === 60);
const heard = async (world: BotWorld) => [await told(world, olga), await told(world, max)];

describe('a token that Telegram refuses', () => {
  it('stops everything, and says so loudly, once', async () => {
    const { world, stepIds } = await refusedToken();
    world.clock.moveTo(later);
    await world.tick('due-reminders');
    await world.tick('due-reminders');
    expect(await heard(world)).toEqual([[], []]);
    for (const stepId of stepIds)
      expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'pending', attempts: 0 });
    expect(world.deps.troubles.list()).toMatchObject([{ trouble: 'token-refused' }]);
    expect(fatal(world)).toMatchObject([{ trouble: 'token-refused', msg: expect.stringMatching(/401/) }]);
  });

  it('that is accepted again lets everything out at the next look', async () => {
    const { world } = await refusedToken();
    world.clock.moveTo(later);
    await world.fault({ kind: 'none' });
    await world.tick('due-reminders');
    expect(await heard(world)).toEqual([['🔔 Mine'], ['🔔 His']]);
    expect(world.deps.troubles.list()).toEqual([]);
    await world.tick('due-reminders');
    expect(await heard(world)).toEqual([['🔔 Mine'], ['🔔 His']]);
  });

  it('keeps nudges and test reminders back as well, and they come when it is accepted', async () => {
    const { world } = await refusedToken();
    await makeLead(database.db, { name: 'Quiet' });
    await askForTest(database.db, { userId: max, now: monday });
    world.clock.advance(days(3) + minutes(1));
    const heardOf = async () => [
      (await world.messages(olga)).some(({ text }) => text.startsWith('🕰 Quiet')),
      (await world.messages(max)).some(({ text }) => text.includes('test reminder')),
    ];
    const look = async () => {
      for (const name of ['followups', 'test-reminders', 'due-reminders'] as const) await world.tick(name);
    };
    await look();
    expect(await heardOf()).toEqual([false, false]);
    await world.fault({ kind: 'none' });
    await look();
    await look();
    expect(await heardOf()).toEqual([true, true]);
  });
});
