import { describe, expect, it } from 'vitest';
import { getUser } from '../../server/auth/users.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { days } from '../support/frozen-clock.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';

const database = openTestDatabase();

describe('a 403 from Telegram', () => {
  it('marks the person unreachable and holds all that is theirs, but nobody else’s', async () => {
    const world = await openBotWorld(database.db);
    const blocked = await plannedLead(world, { name: 'Mine', plan: [0, 3] });
    const other = await plannedLead(world, { name: 'Max’s', userId: max, plan: [0] });
    await world.fault({ kind: '403', method: 'sendMessage' });
    await world.tick('due-reminders');
    expect(await getUser(database.db, olga)).toMatchObject({ unreachableAt: world.clock.now() });
    for (const step of blocked.steps) {
      expect(await reminderOf(database.db, step.id)).toMatchObject({ status: 'held' });
    }
    expect(await reminderOf(database.db, other.stepId)).toMatchObject({ status: 'sent' });
  });

  it('keeps the data, and sends what was held, once, after /start', async () => {
    const world = await openBotWorld(database.db);
    const { steps } = await plannedLead(world, { plan: [0, 1] });
    await world.fault({ kind: '403', method: 'sendMessage' });
    await world.tick('due-reminders');
    world.clock.advance(days(1));
    await world.tick('due-reminders');
    expect(await world.messages()).toHaveLength(1);
    await world.say('/start');
    await world.tick('due-reminders');
    await world.tick('due-reminders');
    const reminders = (await world.messages()).filter(({ text }) => text.startsWith('🔔'));
    expect(reminders).toHaveLength(2);
    for (const step of steps) {
      expect(await reminderOf(database.db, step.id)).toMatchObject({ status: 'sent' });
    }
  });

  it('for a chat that does not exist is the same', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world, { plan: [0] });
    const { users } = await import('../../server/db/schema.ts');
    await database.db.update(users).set({ chatId: 4242 });
    const { leadId } = await plannedLead(world, { name: 'Second', plan: [0] });
    await world.tick('due-reminders');
    expect(leadId).toBeDefined();
    expect(await getUser(database.db, olga)).toMatchObject({ unreachableAt: world.clock.now() });
  });
});
