import { describe, expect, it } from 'vitest';
import { openBotWorld } from '../support/bot-world.ts';
import { buttons } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { minutes } from '../support/frozen-clock.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';

const database = openTestDatabase();

describe('a text that Telegram cannot parse', () => {
  it('goes out once more, plain, with its buttons, and the bug is logged', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world, { plan: [0] });
    const api = world.newApi();
    api.config.use((previous, method, payload, signal) => {
      const broken = 'entities' in payload && payload.entities?.length;
      const entities = [{ type: 'no-such-entity', offset: 0, length: 1 }];
      return previous(method, broken ? { ...payload, entities } : payload, signal);
    });
    await world.restart({ api });
    await world.tick('due-reminders');
    const reminder = await world.last();
    expect(reminder.text).toMatch(/^🔔 Anna Petrova · Acme\nStep of day 0/);
    expect(reminder.entities).toEqual([]);
    expect(buttons(reminder).flat()).toContain('done');
    expect(world.complaints()).toMatchObject([
      { level: 50, msg: 'Telegram refused a formatted message: a bug; sending it plain' },
    ]);
  });

  it('not even plain is tried again later, and rests as failed after the last attempt', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    const api = world.newApi();
    api.config.use((previous, method, payload, signal) =>
      previous(method, { ...payload, text: ' ' }, signal),
    );
    await world.restart({ api });
    await world.tick('due-reminders');
    expect(await reminderOf(database.db, stepId)).toMatchObject({
      ...{ status: 'pending', attempts: 1, lastError: expect.stringContaining('400') },
      sendAt: new Date(world.clock.now().getTime() + minutes(1)),
    });
    for (let attempt = 2; attempt <= 8; attempt += 1) {
      world.clock.advance(minutes(64));
      await world.tick('due-reminders');
    }
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'failed', attempts: 8 });
  });
});
