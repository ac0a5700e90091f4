import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { leads, processedUpdates } from '../../server/db/schema.ts';
import { beat, leave } from '../../server/instances/instances.ts';
import { receiveUpdates } from '../../server/telegram/intake.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { failingDb } from '../support/failing-db.ts';
import { holdTransactions } from '../support/hold-transactions.ts';
import { monday } from '../support/people.ts';

const database = openTestDatabase();
const countLeads = () => database.db.$count(leads);

/** Long polling in the place of the webhook, with waits so short that a test does not notice. */
async function startPolling(world: BotWorld) {
  const { bot, receive, deps } = world;
  await world.api.deleteWebhook();
  const config = { mode: 'polling', asked: true, token: '', apiRoot: '', publicUrl: null } as const;
  const nap = async (_: number, signal: AbortSignal) =>
    sleep(5, undefined, { signal }).catch(() => undefined);
  const intake = await receiveUpdates(bot, deps, config, { receive, url: '', secret: '', sleep: nap });
  onTestFinished(() => intake.stop());
  return intake;
}

/** What Telegram still holds for the bot. */
const waiting = async (world: BotWorld) => (await world.api.getWebhookInfo()).pending_update_count;

describe('long polling', () => {
  it('hands in what people write, in order', async () => {
    const world = await openBotWorld(database.db);
    await startPolling(world);
    await world.say('/start');
    for (const name of ['Anna', 'Max', 'Zoe']) await world.send(`/add ${name}`);
    await eventually(async () => (await world.messages()).length === 4);
    const [, ...cards] = await world.messages();
    expect(cards.map(({ text }) => text.match(/Anna|Max|Zoe/)?.[0])).toEqual(['Anna', 'Max', 'Zoe']);
  });

  it('goes on after Telegram answered with an error or not at all', async () => {
    const world = await openBotWorld(database.db);
    for (const kind of ['500', 'reset'] as const) await world.fault({ kind, method: 'getUpdates' });
    await startPolling(world);
    expect((await world.say('/start')).text).toContain('I am Followthrough');
    expect(world.deps.troubles.list()).toEqual([]);
  });

  it('keeps an update until the database is back', async () => {
    let broken = false;
    const world = await openBotWorld(database.db, {
      botDb: failingDb(database.db, 'insert', () => broken),
    });
    await startPolling(world);
    await world.say('/start');
    broken = true;
    await world.send('/add Anna Petrova');
    await eventually(() => world.complaints().length > 2);
    expect(await countLeads()).toBe(0);
    broken = false;
    await eventually(async () => (await countLeads()) === 1);
  });

  it('waits for an update that another instance has in hand, and takes it over once that one is dead', async () => {
    const world = await openBotWorld(database.db);
    await startPolling(world);
    await world.say('/start');
    const other = randomUUID();
    await beat(database.db, other);
    const [last] = await database.db.select().from(processedUpdates);
    const updateId = (last?.updateId ?? 0) + 1;
    await database.db.insert(processedUpdates).values({ updateId, at: monday, takenBy: other });
    await world.send('/add Anna Petrova');
    await sleep(50);
    expect([await countLeads(), await waiting(world)]).toEqual([0, 1]);
    await leave(database.db, other);
    await eventually(async () => (await countLeads()) === 1);
  });
});

describe('long polling that stops', () => {
  it('leaves an update that could not be handled to the next start, which handles it once', async () => {
    let broken = false;
    const botDb = failingDb(database.db, 'insert', () => broken);
    const world = await openBotWorld(database.db, { botDb });
    const intake = await startPolling(world);
    await world.say('/start');
    broken = true;
    await world.send('/add Anna Petrova');
    await eventually(() => world.complaints().length > 0);
    await intake.stop();
    expect(await waiting(world)).toBe(1);
    broken = false;
    await startPolling(world);
    await eventually(async () => (await waiting(world)) === 0);
    expect(await countLeads()).toBe(1);
  });

  it('finishes what it has in hand, and confirms it', async () => {
    const gate = holdTransactions(database.db);
    const world = await openBotWorld(database.db, { botDb: gate.db });
    const intake = await startPolling(world);
    await world.say('/start');
    await world.send('/add Anna Petrova');
    await gate.reached;
    const stopped = intake.stop();
    gate.open();
    await stopped;
    expect([await countLeads(), await waiting(world)]).toEqual([1, 0]);
  });

  it('with nothing in hand ends at once, and is no trouble', async () => {
    const world = await openBotWorld(database.db);
    const intake = await startPolling(world);
    await world.send('/start');
    await eventually(async () => (await world.messages()).length === 1);
    await intake.stop();
    expect(await waiting(world)).toBe(0);
    expect(world.deps.troubles.list()).toEqual([]);
    expect(world.complaints()).toEqual([]);
  });
});

describe('long polling that Telegram ends', () => {
  it('is a trouble: another program fetches the updates', async () => {
    const world = await openBotWorld(database.db);
    await startPolling(world);
    await world.say('/start');
    await world.api.getUpdates({ timeout: 0 });
    const { words } = await eventually(() => world.deps.troubles.list()[0]);
    expect(words).toMatch(/another program fetches the updates.*Stop that program/);
    expect(world.complaints()).toMatchObject([{ level: 60, trouble: 'polling-ended' }]);
  });

  it('is a trouble: somebody set a webhook', async () => {
    const world = await openBotWorld(database.db);
    await startPolling(world);
    await world.say('/start');
    await world.api.setWebhook('http://127.0.0.1:9/elsewhere');
    await world.send('/today');
    await eventually(() => world.deps.troubles.has('polling-ended'));
  });

  it('is a trouble: the token is refused', async () => {
    const world = await openBotWorld(database.db);
    await world.fault({ kind: '401', method: 'getUpdates' });
    await startPolling(world);
    const { words } = await eventually(() => world.deps.troubles.list()[0]);
    expect(words).toMatch(/no longer accepts BOT_TOKEN.*@BotFather/);
  });
});
