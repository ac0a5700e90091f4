import { describe, expect, it } from 'vitest';
import { leads } from '../../server/db/schema.ts';
import { en } from '../../server/i18n/en.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { failingDb } from '../support/failing-db.ts';
import { plannedLead } from '../support/scenes.ts';
import { textUpdate } from '../support/updates.ts';

const database = openTestDatabase();

describe('a handler that fails', () => {
  it('is logged, the person is told without details, and the next update works', async () => {
    let broken = true;
    const botDb = failingDb(database.db, 'transaction', () => broken);
    const world = await openBotWorld(database.db, { botDb });
    const answer = await world.say('/add Anna Petrova');
    expect(answer.text).toBe(en['error.failed']);
    expect(world.complaints()).toMatchObject([{ level: 50, msg: 'an update could not be handled' }]);
    expect(await database.db.select().from(leads)).toHaveLength(0);
    broken = false;
    await world.say('/add Anna Petrova');
    expect(await database.db.select().from(leads)).toHaveLength(1);
  });

  it('still counts as handled for Telegram: 200, and no second try', async () => {
    let broken = true;
    const botDb = failingDb(database.db, 'transaction', () => broken);
    const world = await openBotWorld(database.db, { botDb });
    await world.say('/start');
    const update = textUpdate(81, '/add Anna Petrova');
    expect(await world.post(update)).toBe(200);
    broken = false;
    expect(await world.post(update)).toBe(200);
    expect(await database.db.select().from(leads)).toHaveLength(0);
  });

  it('behind a button answers the tap with an alert', async () => {
    let broken = false;
    const botDb = failingDb(database.db, 'transaction', () => broken);
    const world = await openBotWorld(database.db, { botDb });
    const { stepId } = await plannedLead(world);
    broken = true;
    expect(await world.tapData(`v1:done:${stepId}`)).toMatchObject({
      text: en['error.failed'],
      showAlert: true,
    });
  });

  it('behind a button that was answered already tells the person in the chat', async () => {
    let broken = false;
    const botDb = failingDb(database.db, 'select', () => broken);
    const world = await openBotWorld(database.db, { botDb });
    const greeting = await world.say('/start');
    broken = true;
    await world.tap(greeting, 'today');
    expect((await world.last()).text).toBe(en['error.failed']);
  });

  it('because the whole database is gone is answered all the same', async () => {
    const botDb = failingDb(database.db, 'insert', () => true);
    const world = await openBotWorld(database.db, { botDb });
    expect((await world.say('/start')).text).toBe(en['error.failed']);
  });
});
