import { describe, expect, it } from 'vitest';
import { testReminders } from '../../server/db/schema.ts';
import { holdPerson } from '../../server/reminders/settle.ts';
import { callAction } from '../support/actions.ts';
import { openAppWorld } from '../support/app-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { minutes } from '../support/frozen-clock.ts';
import { makeUser, monday } from '../support/people.ts';

const database = openTestDatabase();

async function open() {
  const world = openAppWorld(database.db);
  await makeUser(database.db);
  const woken: string[] = [];
  world.wake.on('test-reminders', () => woken.push('test-reminders'));
  return { ...world, woken, token: await world.tokenOf(1001) };
}

const waiting = () => database.db.select().from(testReminders);

describe('asking for a test reminder', () => {
  it('writes it down, wakes the one who sends it, and says where to look', async () => {
    const { token, woken } = await open();
    expect(await callAction('sendTestReminder', token, {})).toEqual({
      ...{ ok: true, message: 'On its way. Look in the chat with the bot.' },
    });
    expect(await waiting()).toEqual([{ userId: 1001, askedAt: monday }]);
    expect(woken).toEqual(['test-reminders']);
  });

  it('while one waits changes nothing, and says the same', async () => {
    const { token, clock } = await open();
    await callAction('sendTestReminder', token, {});
    clock.advance(minutes(1));
    expect(await callAction('sendTestReminder', token, {})).toMatchObject({ ok: true });
    expect(await waiting()).toEqual([{ userId: 1001, askedAt: monday }]);
  });

  it('is for the person of the token, whatever the input says', async () => {
    const { tokenOf } = await open();
    await makeUser(database.db, { id: 1002 });
    await callAction('sendTestReminder', await tokenOf(1002), { userId: 1001 });
    expect(await waiting()).toMatchObject([{ userId: 1002 }]);
  });

  it('that Telegram would refuse is refused at once, with what to do', async () => {
    const { token, woken } = await open();
    await holdPerson(database.db, 1001, monday);
    expect(await callAction('sendTestReminder', token, {})).toEqual({
      ...{ ok: false, reason: 'invalid' },
      message:
        'Telegram does not let me write to you, so a test would not arrive. Open the chat with the bot and press Start.',
    });
    expect(await waiting()).toEqual([]);
    expect(woken).toEqual([]);
  });
});
