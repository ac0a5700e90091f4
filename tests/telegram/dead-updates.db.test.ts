import { beforeEach, describe, expect, it } from 'vitest';
import { deadUpdates, leads } from '../../server/db/schema.ts';
import { en } from '../../server/i18n/en.ts';
import { buryUpdate } from '../../server/telegram/dead-updates.ts';
import { deadUpdatesCard } from '../../server/telegram/dead-updates-card.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { failingDb } from '../support/failing-db.ts';
import { minutes } from '../support/frozen-clock.ts';
import { makeUser, monday } from '../support/people.ts';
import { tapUpdate, textUpdate } from '../support/updates.ts';
import { expectWithinLimits } from '../support/valid-message.ts';

const database = openTestDatabase();
beforeEach(async () => {
  await database.db.delete(deadUpdates);
});

const maxPerson = { id: max, is_bot: false, first_name: 'Max' };
const fromMax = { from: maxPerson, chat: { ...maxPerson, type: 'private' } };
const deadRows = () => database.db.select().from(deadUpdates);
const update = (json: object) => json as Parameters<typeof buryUpdate>[1]['update'];

/** A world Olga looks after, in which Max asked for a lead while the database did not let him. */
async function worldWithDeadUpdate() {
  const broken = { now: true };
  const botDb = failingDb(database.db, 'transaction', () => broken.now);
  const world = await openBotWorld(database.db, { botDb, adminIds: [olga] });
  for (const from of [olga, max]) await world.say('/start', { from });
  await makeUser(database.db, { id: olga, timeZone: 'Europe/Berlin' });
  await world.post(textUpdate(61, '/add Anna Petrova', fromMax));
  const list = await world.say('/dead');
  const button = (row: number, column: number) => {
    const found = list.keyboard?.[row]?.[column];
    return found && 'callback_data' in found ? String(found.callback_data) : '';
  };
  return { world, broken, list, retry: button(0, 0), forget: button(0, 1) };
}

describe('/dead', () => {
  it('tells an administrator what failed, when, why and how often, and nothing of what the person wrote', async () => {
    const { list } = await worldWithDeadUpdate();
    expect(list.text).toContain('1 update I could not handle');
    expect(list.text).toContain('1. A message · Mon 12 Oct, 09:00 · 1 attempt');
    expect(list.text).toContain('connection lost');
    expect(list.text).not.toContain('Anna');
    expect(list.keyboard?.map((row) => row.map(({ text }) => text))).toEqual([['Try 1 again', 'Forget 1']]);
  });

  it('names the kind of each', async () => {
    const world = await openBotWorld(database.db, { adminIds: [olga] });
    const bury = (json: object, ms: number) =>
      buryUpdate(database.db, {
        update: update(json),
        error: 'Error: x',
        now: new Date(monday.getTime() + ms),
      });
    await bury(textUpdate(1, 'hello'), 0);
    await bury(tapUpdate(2, 'v1:today'), minutes(1));
    await bury({ update_id: 3, my_chat_member: { chat: { id: 1 } } }, minutes(2));
    const { text } = await world.say('/dead');
    expect(text.match(/\d\. [A-Z][\w ]+/g)).toEqual([
      '1. Blocked or unblocked ',
      '2. A button ',
      '3. A message ',
    ]);
  });

  it('lists the last ten and says how many more there are', async () => {
    const world = await openBotWorld(database.db, { adminIds: [olga] });
    for (let id = 1; id <= 12; id += 1) {
      const now = new Date(monday.getTime() + minutes(id));
      await buryUpdate(database.db, { update: update(textUpdate(id, 'x')), error: `Error: no. ${id}`, now });
    }
    const list = await world.say('/dead');
    expect(list.text.match(/no\. \d+/g)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((id) => `no. ${id}`));
    expect(list.text).toContain('… and 2 more');
    expect(list.keyboard).toHaveLength(10);
  });

  it('has a kind word when there is nothing', async () => {
    const world = await openBotWorld(database.db, { adminIds: [olga] });
    expect((await world.say('/dead')).text).toBe(en['dead.empty']);
  });

  it('is no command at all for anybody else', async () => {
    const { world, retry, forget } = await worldWithDeadUpdate();
    const unknown = await world.say('/fly', { from: max });
    expect((await world.say('/dead', { from: max })).text).toBe(unknown.text);
    for (const data of [retry, forget]) {
      expect(await world.tapData(data, max)).toMatchObject({ text: en['answer.old'] });
    }
    expect(await deadRows()).toMatchObject([{ updateId: 61, attempts: 1 }]);
  });
});

describe('trying a dead update again', () => {
  it('handles it as if it had just come, answers its person, and takes it off the list', async () => {
    const { world, broken, list, retry } = await worldWithDeadUpdate();
    broken.now = false;
    expect(await world.tapData(retry)).toMatchObject({ text: en['dead.handled'] });
    expect(await database.db.select().from(leads)).toMatchObject([{ userId: max, name: 'Anna Petrova' }]);
    expect((await world.last(max)).text).toContain('Anna Petrova');
    expect(await deadRows()).toEqual([]);
    expect(list.text).not.toBe(en['dead.empty']);
    expect((await world.last()).text).toBe(en['dead.empty']);
  });

  it('keeps it when it fails again, with the new error, and says why', async () => {
    const { world, retry } = await worldWithDeadUpdate();
    await database.db.update(deadUpdates).set({ error: 'the old error' });
    const answer = await world.tapData(retry);
    expect(answer.text).toMatch(/^It failed again: Error: connection lost/);
    expect(await deadRows()).toMatchObject([
      { updateId: 61, attempts: 2, error: expect.stringContaining('connection lost') },
    ]);
    expect((await world.last()).text).toContain('2 attempts');
    expect(await database.db.select().from(leads)).toEqual([]);
  });

  it('does so once, however often and from however old a list it is tapped', async () => {
    const { world, broken, retry } = await worldWithDeadUpdate();
    broken.now = false;
    const taps = [1, 2, 3].map((id) => tapUpdate(70 + id, retry));
    expect(await Promise.all(taps.map(world.post))).toEqual([200, 200, 200]);
    expect(await database.db.select().from(leads)).toHaveLength(1);
    expect(await world.tapData(retry)).toMatchObject({ text: en['dead.changed'] });
    expect(await database.db.select().from(leads)).toHaveLength(1);
  });
});

describe('forgetting a dead update', () => {
  it('takes it off the list for good', async () => {
    const { world, forget } = await worldWithDeadUpdate();
    expect(await world.tapData(forget)).toMatchObject({ text: en['dead.forgotten'] });
    expect(await deadRows()).toEqual([]);
    expect(await world.tapData(forget)).toMatchObject({ text: en['dead.changed'] });
  });
});

describe('an update that holds what a database cannot', () => {
  it.each(['NUL \0', 'half a character \ud83d', 'the other half \ude00'])(
    'is kept all the same: %j',
    async (text) => {
      const odd = update(textUpdate(5, text));
      await buryUpdate(database.db, { update: odd, error: `Error: ${text}`, now: monday });
      expect(await deadRows()).toMatchObject([{ updateId: 5, payload: { update_id: 5 } }]);
    },
  );
});

describe('the list at its longest', () => {
  it('stays within Telegram’s limits', () => {
    const one = { kind: 'reach' as const, error: 'x'.repeat(5000), attempts: 999_999, at: monday };
    const updates = Array.from({ length: 10 }, () => ({ ...one, updateId: Number.MAX_SAFE_INTEGER }));
    expectWithinLimits(deadUpdatesCard({ updates, count: 100_000 }, monday, 'Pacific/Chatham'));
  });
});
