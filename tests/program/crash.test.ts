import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Db, openPglite, openPostgres } from '../../server/db/client.ts';
import { expectEachOnce, programsFor, remindersIn, unsettled } from '../support/crash-world.ts';
import { eventually } from '../support/eventually.ts';
import { insertReminders } from '../support/many-reminders.ts';
import { type PostgresServer, startPostgres } from '../support/postgres-server.ts';
import { startStandIn } from '../support/telegram-stand-in.ts';

/** As slow as Telegram from far away, so that a crash always finds messages under way. */
const latencyMs = () => 20 + Math.random() * 100;
const dueNow = "now() - interval '1 minute'";
/** "Heard of at least once within three minutes of the restart". */
const promise = { seconds: 180 };

const openStandIn = async (latency = latencyMs) => {
  const standIn = await startStandIn({ latencyMs: latency });
  onTestFinished(() => standIn.close());
  return standIn;
};

describe('the program on PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  async function openStore(name: string): Promise<{ db: Db; url: string }> {
    const url = await server.create(name);
    const { db, close } = await openPostgres(url);
    onTestFinished(close);
    return { db, url };
  }

  it('killed at ten random moments over 500 due reminders repeats none and loses none', async () => {
    const [standIn, { db, url }] = await Promise.all([openStandIn(), openStore('killed')]);
    await insertReminders(db, { count: 500, dueAt: dueNow });
    const { start } = await programsFor(standIn, { DATABASE_URL: url, SEND_RATE: '60' });
    for (let kill = 0; kill < 10; kill += 1) {
      const program = await start();
      const before = standIn.sent.length;
      await eventually(() => standIn.sent.length > before || kill > 7);
      await sleep(Math.random() * 800);
      await program.stop('SIGKILL');
    }
    await start();
    await eventually(async () => (await unsettled(db)) === 0, promise);
    expectEachOnce(standIn.sent, 500);
  }, 300_000);

  it('stopped by SIGTERM finishes and records what is in flight, and leaves nothing unconfirmed', async () => {
    const [standIn, { db, url }] = await Promise.all([openStandIn(() => 1500), openStore('stopped')]);
    await insertReminders(db, { count: 200, dueAt: dueNow });
    const { start } = await programsFor(standIn, { DATABASE_URL: url });
    const program = await start();
    await eventually(() => standIn.sent.length > 10);
    expect(await program.stop('SIGTERM')).toBe(0);
    expect(program.output()).not.toMatch(/"level":(50|60)/);
    const left = await db.query.scheduledReminders.findMany({ columns: { status: true, claimedBy: true } });
    expect(left.filter(({ status }) => status === 'sent')).toHaveLength(standIn.sent.length);
    expect(new Set(left.map(({ status }) => status))).toEqual(new Set(['sent', 'pending']));
    expect(left.filter(({ claimedBy }) => claimedBy)).toEqual([]);
    expect(await db.query.instances.findMany()).toEqual([]);
  }, 120_000);

  it('runs as three instances that share 2,000 due reminders, each sent once, though one is killed', async () => {
    const [standIn, { db, url }] = await Promise.all([openStandIn(), openStore('shared')]);
    const { start } = await programsFor(standIn, { DATABASE_URL: url, PUBLIC_URL: 'http://one.example.org' });
    const programs = await Promise.all([start(), start(), start()]);
    expect(standIn.calls('setWebhook')).toBe(1);
    await insertReminders(db, { count: 2000, dueAt: "now() + interval '2 seconds'" });
    await eventually(() => standIn.sent.length > 200, { seconds: 60 });
    await programs[1]?.stop('SIGKILL');
    await eventually(async () => (await unsettled(db)) === 0, promise);
    expectEachOnce(standIn.sent, 2000);
    const told = standIn.sent.length - remindersIn(standIn.sent).length;
    // What the killed one had claimed but not sent is told of as well; that is little.
    expect(told).toBeLessThan(150);
  }, 300_000);

  it('loses and repeats nothing while the database is away for half a minute', async () => {
    const [standIn, { db, url }] = await Promise.all([openStandIn(() => 1000), openStore('away')]);
    await insertReminders(db, { count: 200, dueAt: dueNow });
    const { start } = await programsFor(standIn, { DATABASE_URL: url, SEND_RATE: '30' });
    await start();
    await eventually(() => standIn.sent.length > 30);
    await server.pause(30_000);
    await eventually(async () => (await unsettled(db).catch(() => 1)) === 0, promise);
    expectEachOnce(standIn.sent, 200);
  }, 300_000);
});

describe('the program on its embedded database', () => {
  it('killed in the middle of sending repeats none and loses none', async () => {
    const standIn = await openStandIn();
    const { folder, start } = await programsFor(standIn, { SEND_RATE: '60' });
    const data = join(folder, 'data', 'pglite');
    mkdirSync(join(folder, 'data'));
    const open = async <T>(use: (db: Db) => Promise<T>) => {
      const { db, close } = await openPglite(data);
      return use(db).finally(close);
    };
    await open((db) => insertReminders(db, { count: 200, dueAt: dueNow }));
    const program = await start();
    await eventually(() => standIn.sent.length > 50);
    await program.stop('SIGKILL');
    const again = await start();
    // Its database cannot be asked while it runs: it has said everything when it has said nothing for a while.
    const isSilent = () => Date.now() - (standIn.sent.at(-1)?.at ?? Date.now()) > 4000;
    await eventually(() => standIn.sent.length >= 200 && isSilent(), promise);
    await again.stop('SIGTERM');
    expect(await open(unsettled)).toBe(0);
    expectEachOnce(standIn.sent, 200);
  }, 240_000);
});
