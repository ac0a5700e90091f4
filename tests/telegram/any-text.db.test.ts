import { describe, expect, it } from 'vitest';
import { leads } from '../../server/db/schema.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { buttons, formatted } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';

const database = openTestDatabase();

describe('any other text', () => {
  it('is offered as a lead, in answer to the text itself', async () => {
    const world = await openBotWorld(database.db);
    const offer = await world.say('Max *Weber*, Bäckerei_Süd');
    expect(offer.text).toBe('Add Max *Weber* as a lead?');
    expect(formatted(offer)).toEqual(['bold: Max *Weber*']);
    expect(buttons(offer)).toEqual([['yesAdd', 'no']]);
    expect(offer.replyTo).toBeDefined();
    expect(await database.db.select().from(leads)).toHaveLength(0);
  });

  it('becomes a lead with a plan after Yes, and the offer loses its buttons', async () => {
    const world = await openBotWorld(database.db);
    const offer = await world.say('Max Weber, CEO at Weber GmbH, asked for a quote');
    await world.tap(offer, 'yesAdd');
    expect(await database.db.select().from(leads)).toMatchObject([
      { name: 'Max Weber', role: 'CEO', company: 'Weber GmbH', notes: 'asked for a quote' },
    ]);
    expect((await world.last()).text).toContain('Max Weber · Weber GmbH');
    expect((await world.message(offer.id)).keyboard).toBeUndefined();
  });

  it('is left alone after No', async () => {
    const world = await openBotWorld(database.db);
    const offer = await world.say('Max Weber');
    await world.tap(offer, 'no');
    expect(await world.message(offer.id)).toMatchObject({ text: 'All right, nothing was added.' });
    expect(await database.db.select().from(leads)).toHaveLength(0);
  });

  it('becomes one lead however often Yes is tapped', async () => {
    const world = await openBotWorld(database.db);
    const offer = await world.say('Max Weber');
    await world.tapTogether(offer, 'yesAdd');
    expect(await database.db.select().from(leads)).toHaveLength(1);
    expect(world.complaints()).toEqual([]);
  });

  it('takes a second No as calmly as the first', async () => {
    const world = await openBotWorld(database.db);
    const offer = await world.say('Max Weber');
    await world.tapTogether(offer, 'no');
    expect((await world.message(offer.id)).text).toBe('All right, nothing was added.');
    expect(world.complaints()).toEqual([]);
  });

  it('asks for the text again when a client no longer shows it', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    await world.tapData('v1:add-text');
    expect((await world.last()).text).toBe('I can no longer see the text. Please send it again.');
    expect(await database.db.select().from(leads)).toHaveLength(0);
  });
});
