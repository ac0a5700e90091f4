import { describe, expect, it } from 'vitest';
import { getUser } from '../../server/auth/users.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { days } from '../support/frozen-clock.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';

const database = openTestDatabase();

describe('a person who blocks the bot', () => {
  it('is marked unreachable, and what is pending is held', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world);
    await world.block(true);
    expect(await getUser(database.db, olga)).toMatchObject({ unreachableAt: world.clock.now() });
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'held' });
    await world.tick('due-reminders');
    expect(await world.messages()).toHaveLength(1);
  });

  it('gets what was held, once, after unblocking', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world);
    await world.block(true);
    await world.block(false);
    expect(await getUser(database.db, olga)).toMatchObject({ unreachableAt: null });
    await world.tick('due-reminders');
    await world.tick('due-reminders');
    expect((await world.messages()).filter(({ text }) => text.startsWith('🔔'))).toHaveLength(1);
  });

  it('is reachable again by writing anything', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world);
    await world.block(true);
    world.clock.advance(days(1));
    await world.say('/start');
    expect(await getUser(database.db, olga)).toMatchObject({ unreachableAt: null });
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'pending' });
  });
});
