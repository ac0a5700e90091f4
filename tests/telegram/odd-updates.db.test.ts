import { describe, expect, it } from 'vitest';
import { leads, users } from '../../server/db/schema.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { max } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { tapUpdate, textUpdate } from '../support/updates.ts';

const database = openTestDatabase();

describe('a button the bot does not know', () => {
  const odd = ['junk', 'v1:fly', 'v1:done', 'v1:done:42', 'v0:done:9b2f6a3e-0f57-4a0c-9d3a-3f0a1c2b4d5e'];
  const odder = ['v1:leads:-1', 'v1:leads:x', '{"act":"done"}', "v1:done:' or 1=1 --", '🙂'.repeat(16)];
  it.each([...odd, ...odder])('answers that it is from an older version: %s', async (data) => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    const answer = await world.tapData(data);
    expect(answer.text).toContain('This button is from an older version');
    expect(world.complaints()).toEqual([]);
  });

  it('without any data does no harm', async () => {
    const world = await openBotWorld(database.db);
    expect(await world.post(tapUpdate(1, undefined, { game_short_name: 'chess' }))).toBe(200);
    expect(world.complaints()).toEqual([]);
  });
});

describe('an update', () => {
  it('that comes twice is handled once', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    const update = textUpdate(71, '/add Anna Petrova');
    expect(await world.post(update)).toBe(200);
    expect(await world.post(update)).toBe(200);
    expect(await database.db.select().from(leads)).toHaveLength(1);
    expect(await world.messages()).toHaveLength(2);
  });

  it('that comes twice at the same moment is handled once', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    const update = textUpdate(72, '/add Anna Petrova');
    await Promise.all(Array.from({ length: 5 }, () => world.post(update)));
    expect(await database.db.select().from(leads)).toHaveLength(1);
  });

  it.each(['group', 'supergroup', 'channel'])('from a %s is ignored', async (type) => {
    const world = await openBotWorld(database.db);
    const chat = { id: -100_123, type, title: 'Team' };
    expect(await world.post(textUpdate(73, '/start', { chat }))).toBe(200);
    expect(await world.post(tapUpdate(74, 'v1:today', { message: { message_id: 1, date: 1, chat } }))).toBe(
      200,
    );
    expect(await database.db.select().from(users)).toHaveLength(0);
    expect(world.complaints()).toEqual([]);
  });

  it('from another bot, or of a kind nobody asked for, is ignored', async () => {
    const world = await openBotWorld(database.db);
    const robot = { id: max, is_bot: true, first_name: 'Robot' };
    expect(await world.post(textUpdate(75, '/start', { from: robot }))).toBe(200);
    expect(
      await world.post({ update_id: 76, inline_query: { id: '1', from: robot, query: '', offset: '' } }),
    ).toBe(200);
    expect(await world.post({ update_id: 77 })).toBe(200);
    expect(await database.db.select().from(users)).toHaveLength(0);
  });

  it('with a sticker instead of text is answered with the help', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    const sticker = { file_id: 'x', file_unique_id: 'x', type: 'regular', width: 1, height: 1 };
    await world.post(textUpdate(78, '', { text: undefined, sticker }));
    expect((await world.last()).text).toContain('What I understand');
  });
});
