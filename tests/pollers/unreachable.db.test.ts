import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { getUser } from '../../server/auth/users.ts';
import { users } from '../../server/db/schema.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { days, minutes } from '../support/frozen-clock.ts';
import { monday } from '../support/people.ts';
import { pinSteps } from '../support/rows.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';
import { told } from '../support/told.ts';

const database = openTestDatabase();

describe('a 403 from Telegram', () => {
  it('marks the person unreachable and holds all that is theirs, but nobody else’s', async () => {
    const world = await openBotWorld(database.db);
    const soon = new Date(monday.getTime() + minutes(1));
    const blocked = await plannedLead(world, { name: 'Mine', plan: [0, 3] });
    const other = await plannedLead(world, { name: 'Max’s', userId: max, plan: [0], now: soon });
    await world.fault({ kind: '403', method: 'sendMessage' });
    await world.tick('due-reminders');
    expect(await getUser(database.db, olga)).toMatchObject({ unreachableAt: monday });
    world.clock.moveTo(soon);
    await world.tick('due-reminders');
    for (const step of blocked.steps)
      expect(await reminderOf(database.db, step.id)).toMatchObject({ status: 'held', claimedBy: null });
    expect(await reminderOf(database.db, other.stepId)).toMatchObject({ status: 'sent' });
    expect(await told(world, max)).toEqual(['🔔 Max’s']);
  });

  it('keeps the data, and sends what was held after /start: once, and what is late says so', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, steps } = await plannedLead(world, { name: 'Late', plan: [0, 1] });
    await pinSteps(database.db, leadId);
    await world.fault({ kind: '403', method: 'sendMessage' });
    await world.tick('due-reminders');
    world.clock.advance(days(1));
    await plannedLead(world, { name: 'Now', plan: [0], now: world.clock.now() });
    await world.tick('due-reminders');
    expect(await told(world)).toEqual([]);
    await world.say('/start');
    await world.tick('due-reminders');
    await world.tick('due-reminders');
    expect((await told(world)).sort()).toEqual(['⏳🔔 Late', '🔔 Late', '🔔 Now'].sort());
    for (const step of steps)
      expect(await reminderOf(database.db, step.id)).toMatchObject({ status: 'sent' });
  });

  it('while several messages are on their way marks each person once, and loses nothing', async () => {
    const world = await openBotWorld(database.db);
    for (const [userId, name] of [[olga, 'Mine'] as const, [max, 'His'] as const])
      await plannedLead(world, { userId, name, plan: [0] });
    await world.fault({ kind: '403', method: 'sendMessage', count: 2 });
    await world.tick('due-reminders');
    for (const userId of [olga, max]) {
      expect(await getUser(database.db, userId)).toMatchObject({ unreachableAt: monday });
      await world.say('/start', { from: userId });
    }
    await world.tick('due-reminders');
    expect([await told(world, olga), await told(world, max)]).toEqual([['🔔 Mine'], ['🔔 His']]);
  });

  it('for a chat that does not exist is the same', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    await plannedLead(world, { name: 'His', userId: max, plan: [0] });
    await database.db.update(users).set({ chatId: 4242 }).where(eq(users.id, olga));
    await world.tick('due-reminders');
    expect(await getUser(database.db, olga)).toMatchObject({ unreachableAt: monday });
    expect(await reminderOf(database.db, stepId)).toMatchObject({
      ...{ status: 'held', lastError: expect.stringContaining('chat not found') },
    });
    expect(await told(world, max)).toEqual(['🔔 His']);
  });
});
