import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { instances, leads, processedUpdates } from '../../server/db/schema.ts';
import { beat, leave } from '../../server/instances/instances.ts';
import { createReceiver } from '../../server/telegram/receive.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { holdTransactions } from '../support/hold-transactions.ts';
import { monday } from '../support/people.ts';
import { textUpdate } from '../support/updates.ts';

const database = openTestDatabase();
const addAnna = textUpdate(91, '/add Anna Petrova');
const countLeads = () => database.db.$count(leads);

/** The update as another instance left it. */
const takenBy = (instance: string | null, handledAt: Date | null = null) =>
  database.db.insert(processedUpdates).values({ updateId: 91, at: monday, takenBy: instance, handledAt });

describe('an update that another instance took', () => {
  it('and died over is handled when Telegram sends it again', async () => {
    const world = await openBotWorld(database.db);
    await takenBy(randomUUID());
    expect(await world.post(addAnna)).toBe(200);
    expect(await world.post(addAnna)).toBe(200);
    expect(await countLeads()).toBe(1);
  });

  it('while it counts as alive is asked for again, and handled once it is dead', async () => {
    const world = await openBotWorld(database.db);
    const other = randomUUID();
    await beat(database.db, other);
    await takenBy(other);
    const answer = await world.postForAnswer(addAnna);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await countLeads()).toBe(0);
    await leave(database.db, other);
    expect(await world.post(addAnna)).toBe(200);
    expect(await countLeads()).toBe(1);
  });

  it('and was last heard of twenty seconds ago is handled', async () => {
    const world = await openBotWorld(database.db);
    const other = randomUUID();
    await beat(database.db, other);
    await takenBy(other);
    const longAgo = new Date(Date.now() - 60_000);
    await database.db.update(instances).set({ seenAt: longAgo }).where(eq(instances.id, other));
    expect(await world.post(addAnna)).toBe(200);
    expect(await countLeads()).toBe(1);
  });

  it('and handled is not handled again, whether that instance lives or not', async () => {
    const world = await openBotWorld(database.db);
    await takenBy(randomUUID(), monday);
    expect(await world.post(addAnna)).toBe(200);
    expect(await countLeads()).toBe(0);
  });
});

describe('an update that this process has in hand', () => {
  it('is answered only when it is handled, also when it is sent again meanwhile', async () => {
    const gate = holdTransactions(database.db);
    const world = await openBotWorld(database.db, { botDb: gate.db });
    const answers: number[] = [];
    const posts = [1, 2].map(() => world.post(addAnna).then((status) => answers.push(status)));
    await gate.reached;
    // Both requests are in; neither may be answered before the handler could do its work.
    await sleep(50);
    expect(answers).toEqual([]);
    gate.open();
    await Promise.all(posts);
    expect(answers).toEqual([200, 200]);
    expect(await countLeads()).toBe(1);
  });

  it('is handled once, however many instances get it at the same moment', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    const receivers = await Promise.all([1, 2, 3].map(() => anotherInstance(world)));
    const receipts = await Promise.all(
      [world.receive, ...receivers].map((receive) => receive(update(addAnna))),
    );
    expect(receipts).toContain('settled');
    expect(await countLeads()).toBe(1);
    for (const receive of receivers) expect(await receive(update(addAnna))).toBe('settled');
    expect(await countLeads()).toBe(1);
  });

  it('is taken up again after its handling broke off without a trace', async () => {
    const world = await openBotWorld(database.db);
    await takenBy(world.deps.instance);
    expect(await world.post(addAnna)).toBe(200);
    expect(await countLeads()).toBe(1);
  });
});

describe('many updates at the same moment', () => {
  it('are each handled once, as each person wrote it', async () => {
    const world = await openBotWorld(database.db);
    for (const from of [olga, max]) await world.say('/start', { from });
    const updates = Array.from({ length: 30 }, (_, index) => {
      const person = { id: index % 2 ? max : olga, is_bot: false, first_name: 'P' };
      return textUpdate(200 + index, `/add Anna${index} Petrova${person.id}`, {
        ...{ from: person, chat: { ...person, type: 'private' } },
      });
    });
    const twice = [...updates, ...updates];
    expect(new Set(await Promise.all(twice.map(world.post)))).toEqual(new Set([200]));
    const rows = await database.db.select().from(leads);
    expect(rows).toHaveLength(30);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(30);
    for (const { userId, name } of rows) expect(name).toMatch(new RegExp(` Petrova${userId}$`));
    expect(world.complaints()).toEqual([]);
  });
});

describe('an update that is not from a person’s own chat', () => {
  it('is answered without a trace', async () => {
    const world = await openBotWorld(database.db);
    expect(await world.post(textUpdate(92, '/start', { chat: { id: -1, type: 'group' } }))).toBe(200);
    expect(await database.db.select().from(processedUpdates)).toEqual([]);
  });
});

/** The tests write updates as Telegram does, in JSON; this is what the webhook makes of them. */
const update = (json: object) => json as Parameters<BotWorld['receive']>[0];

/** Another process at the same database, which lives. */
async function anotherInstance(world: BotWorld) {
  const instance = randomUUID();
  await beat(database.db, instance);
  return createReceiver(world.bot, { ...world.deps, instance });
}
