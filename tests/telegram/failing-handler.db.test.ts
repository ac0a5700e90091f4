import { beforeEach, describe, expect, it } from 'vitest';
import { deadUpdates, leads, processedUpdates } from '../../server/db/schema.ts';
import { en } from '../../server/i18n/en.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { failingDb } from '../support/failing-db.ts';
import { monday } from '../support/people.ts';
import { plannedLead } from '../support/scenes.ts';
import { textUpdate } from '../support/updates.ts';

const database = openTestDatabase();
beforeEach(async () => {
  await database.db.delete(deadUpdates);
});

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

  it('leaves the whole update among the dead ones, with the error in words fit for a log', async () => {
    const botDb = failingDb(database.db, 'transaction', () => true);
    const world = await openBotWorld(database.db, { botDb });
    const update = textUpdate(82, '/add Anna Petrova');
    await world.post(update);
    const error = 'Error: connection lost: password=hunter2 in select * from leads';
    expect(await database.db.select().from(deadUpdates)).toEqual([
      { updateId: 82, payload: update, error, attempts: 1, at: monday },
    ]);
  });

  it('does not keep others from being handled, not even those of the same chat', async () => {
    const broken = { next: true };
    const botDb = failingDb(database.db, 'transaction', () => broken.next);
    const world = await openBotWorld(database.db, { botDb });
    expect(await world.post(textUpdate(83, '/add Anna Petrova'))).toBe(200);
    broken.next = false;
    expect(await world.post(textUpdate(84, '/add Max Weber'))).toBe(200);
    expect(await database.db.select().from(leads)).toMatchObject([{ name: 'Max Weber' }]);
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
    let selects = 0;
    // The first one finds the person; the second is the handler's own, after its answer to the tap.
    const botDb = failingDb(database.db, 'select', () => broken && ++selects > 1);
    const world = await openBotWorld(database.db, { botDb });
    const greeting = await world.say('/start');
    broken = true;
    await world.tap(greeting, 'today');
    expect((await world.last()).text).toBe(en['error.failed']);
  });
});

describe('a database that is gone', () => {
  it('before the update could be taken: 503, not a word to the person, and handled when Telegram repeats it', async () => {
    let broken = true;
    const botDb = failingDb(database.db, 'insert', () => broken);
    const world = await openBotWorld(database.db, { botDb });
    const update = textUpdate(85, '/add Anna Petrova');
    const answer = await world.postForAnswer(update);
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await world.messages()).toEqual([]);
    expect(await database.db.select().from(deadUpdates)).toEqual([]);
    broken = false;
    expect(await world.post(update)).toBe(200);
    expect(await database.db.select().from(leads)).toHaveLength(1);
  });

  it('in the middle of the handler, too: nothing counts as handled, and the repeat does it once', async () => {
    let broken = true;
    const botDb = ['transaction', 'with'].reduce(
      (db, method) => failingDb(db, method as 'transaction' | 'with', () => broken),
      database.db,
    );
    const world = await openBotWorld(database.db, { botDb });
    const update = textUpdate(86, '/add Anna Petrova');
    expect(await world.post(update)).toBe(503);
    expect(await world.post(update)).toBe(503);
    expect(await world.messages()).toEqual([]);
    expect(await database.db.select().from(deadUpdates)).toEqual([]);
    expect(await database.db.select().from(processedUpdates)).toMatchObject([{ handledAt: null }]);
    broken = false;
    expect(await world.post(update)).toBe(200);
    expect(await world.post(update)).toBe(200);
    expect(await database.db.select().from(leads)).toHaveLength(1);
  });

  it('after the handler: what was done is not done again', async () => {
    let broken = false;
    const botDb = failingDb(database.db, 'update', () => broken);
    const world = await openBotWorld(database.db, { botDb });
    await world.say('/start');
    broken = true;
    expect(await world.post(textUpdate(87, '/help'))).toBe(200);
    expect(await world.post(textUpdate(87, '/help'))).toBe(200);
    expect(await world.messages()).toHaveLength(2);
    expect(world.complaints()).toMatchObject([{ level: 40, updateId: 87 }]);
  });
});
