import { describe, expect, it } from 'vitest';
import { getUser } from '../../server/auth/users.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { buttons } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeUser } from '../support/people.ts';
import { plannedLead } from '../support/scenes.ts';
import { tapLabel } from '../support/tap-label.ts';
import { textUpdate } from '../support/updates.ts';

const database = openTestDatabase();
const zone = async () => (await getUser(database.db, 1001))?.timeZone;
const newYork = { latitude: 40.71, longitude: -74 };

/** A message without text, as Telegram sends a shared location. */
const locationUpdate = (id: number, over: object) => textUpdate(id, '', { text: undefined, ...over });

describe('/timezone', () => {
  it('alone shows the zone and the time there, and asks', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    await makeUser(database.db);
    const asked = await world.say('/timezone');
    expect(asked.text).toContain('Your time zone is Europe/Berlin, 09:00 there now.');
    expect((await world.state()).replyKeyboard?.flat()).toMatchObject([
      { text: '📍 Share my location', request_location: true },
      { text: 'Use text' },
    ]);
  });

  it('with a name sets it at once, and says what moved', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world, { plan: [0, 3, 7] });
    const answer = await world.say('/timezone new york');
    expect(answer.text).toBe('🌍 America/New_York, 03:00 there now. 2 reminders moved.');
    expect(await getUser(database.db, 1001)).toMatchObject({
      ...{ timeZone: 'America/New_York', zoneConfirmedAt: world.clock.now() },
    });
    expect((await world.say('/timezone America/New_York')).text).toContain('No reminder had to move.');
  });

  it('with a name of several places offers them, and the tapped one is set', async () => {
    const world = await openBotWorld(database.db);
    const offer = await world.say('/timezone Portland');
    expect(buttons(offer).flat()).toEqual([
      'Portland, Oregon · US, 00:00',
      'Portland, Maine · US, 03:00',
      'Portland, Victoria · Australia, 18:00',
    ]);
    expect(await zone()).toBeNull();
    await world.tapData('v1:zone:Australia/Melbourne');
    expect((await world.last()).text).toContain('🌍 Australia/Melbourne, 18:00 there now.');
    expect(await zone()).toBe('Australia/Melbourne');
  });

  it('with a name nobody knows says so and changes nothing', async () => {
    const world = await openBotWorld(database.db);
    expect((await world.say('/timezone *Atlantis_')).text).toContain('I do not know “*Atlantis_”.');
    expect(await zone()).toBeNull();
  });

  it('asks for a text when the person would rather write, and takes the answer', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/timezone');
    const prompt = await world.say('Use text');
    expect(prompt).toMatchObject({ forceReply: { placeholder: 'A city or a time zone' } });
    expect((await world.say('Tokyo', { replyTo: prompt.id })).text).toContain(
      '🌍 Asia/Tokyo, 16:00 there now.',
    );
    expect((await world.state()).replyKeyboard).toBeNull();
  });

  it('takes no button that names no zone', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    for (const data of ['v1:zone:Mars/Olympus', 'v1:zone:', 'v1:zone', 'v1:zone:+02:00', 'v1:zone:UTC:x'])
      await world.tapData(data);
    expect(await zone()).toBeNull();
    expect(world.complaints()).toEqual([]);
  });
});

describe('a shared location', () => {
  it('is where the person is, when it answers the question', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/timezone');
    await world.shareLocation(newYork);
    expect((await world.last()).text).toContain('🌍 America/New_York, 03:00 there now.');
    expect(await zone()).toBe('America/New_York');
  });

  it('that nobody asked for only offers its zone', async () => {
    const world = await openBotWorld(database.db);
    await world.shareLocation(newYork);
    const offer = await world.last();
    expect(offer.text).toContain('Are you there now?');
    expect(buttons(offer)).toEqual([['America/New_York, 03:00']]);
    expect(await zone()).toBeNull();
    await tapLabel(world, offer, 'America/New_York, 03:00');
    expect((await world.message(offer.id)).text).toContain('🌍 America/New_York, 03:00 there now.');
    expect(await zone()).toBe('America/New_York');
  });

  it('that is a meeting point, or somebody else’s, is not', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    const venue = { location: newYork, title: 'Café', address: 'Broadway' };
    const forward_origin = { type: 'hidden_user', sender_user_name: 'Anna', date: 1_790_000_000 };
    await world.post(locationUpdate(1, { location: newYork, venue }));
    await world.post(locationUpdate(2, { location: newYork, forward_origin }));
    expect(await zone()).toBeNull();
    expect(world.complaints()).toEqual([]);
  });
});
