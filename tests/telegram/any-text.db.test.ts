import { describe, expect, it } from 'vitest';
import { captures, leads } from '../../server/db/schema.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { buttons, formatted } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { tapUpdate, textUpdate } from '../support/updates.ts';

const database = openTestDatabase();

describe('any other text', () => {
  it('is shown as a card to confirm, its words as they are', async () => {
    const world = await openBotWorld(database.db);
    const card = await world.say('Max Weber, wants *bold* and_more [x](y)');
    expect(formatted(card)).toEqual(['bold: Max Weber', 'blockquote: wants *bold* and_more [x](y)']);
    expect(buttons(card)).toEqual([['saveLead', 'editPerson', 'cancelCapture']]);
    expect(await database.db.select().from(leads)).toHaveLength(0);
  });

  it('is left alone after Cancel, twice or once', async () => {
    const world = await openBotWorld(database.db);
    const card = await world.say('Max Weber');
    await world.tapTogether(card, 'cancelCapture');
    expect(await world.message(card.id)).toMatchObject({ text: 'All right, nothing was added.' });
    expect(await database.db.select().from(leads)).toHaveLength(0);
    expect(world.complaints()).toEqual([]);
  });

  it.each(['/unknown', ',,,', '?'])('such as "%s" that names nobody is answered with help', async (text) => {
    const world = await openBotWorld(database.db);
    expect((await world.say(text)).text).toContain('What I understand');
    expect(await database.db.select().from(captures)).toHaveLength(0);
  });
});

describe('an offer of an older version', () => {
  it('still adds the text it answers', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    const offer = await world.api.sendMessage(1001, 'Add Max Weber as a lead?', {
      reply_markup: { inline_keyboard: [[{ text: 'Yes', callback_data: 'v1:add-text' }]] },
    });
    const original = textUpdate(1, 'Max Weber, CEO at Weber GmbH').message;
    const message = { ...original, message_id: offer.message_id, reply_to_message: original };
    await world.post(tapUpdate(900_001, 'v1:add-text', { message }));
    await world.settle();
    expect(await database.db.select().from(leads)).toMatchObject([{ name: 'Max Weber', role: 'CEO' }]);
  });

  it('asks for the text again when a client no longer shows it', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    await world.tapData('v1:add-text');
    expect((await world.last()).text).toBe('I can no longer see the text. Please send it again.');
    expect(await database.db.select().from(leads)).toHaveLength(0);
  });
});
