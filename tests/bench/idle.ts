import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../../server/db/client.ts';
import { selectNextSendAt } from '../../server/reminders/queries.ts';
import { insertReminders } from '../support/many-reminders.ts';
import type { BenchWorld } from './bench-world.ts';
import { measure } from './cpu.ts';

const few = 10_000;
const many = 1_000_000;
const chunk = 100_000;
const idleSeconds = 30;

/** What it costs to have nothing to do, with ten thousand and with a million reminders ahead. */
export async function benchIdle(world: BenchWorld) {
  const { db, server } = world;
  await db.execute(sql`truncate users cascade`);
  await insertFuture(db, 0, few);
  const buffersOfFew = await readBuffers(db);
  for (let at = few; at < many; at += chunk) await insertFuture(db, at, Math.min(chunk, many - at));
  await db.execute(sql`vacuum analyze`);
  await db.execute(sql`checkpoint`);
  const buffersOfMany = await readBuffers(db);
  const pollers = world.pollers();
  for (const poller of pollers) poller.start();
  await wait(5000);
  const idle = await measure(server.pid, () => wait(idleSeconds * 1000));
  await Promise.all(pollers.map((poller) => poller.stop()));
  return { buffersOfFew, buffersOfMany, workerMs: idle.workerMs, databaseMs: idle.postgresMs };
}

const insertFuture = (db: Db, at: number, count: number) =>
  insertReminders(db, {
    count,
    from: at + 1,
    people: 1000,
    dueAt: "now() + interval '1 day' + random() * interval '1 year'",
  });

const plan = z.array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.looseObject({}) })) }));

/** Pages that a look for work reads when nothing is due, as EXPLAIN (ANALYZE, BUFFERS) counts them. */
async function readBuffers(db: Db): Promise<number> {
  const query = selectNextSendAt(db).getSQL();
  await db.execute(query);
  const rows = plan.parse([
    ...((await db.execute(sql`explain (analyze, buffers, format json) ${query}`)) as unknown as unknown[]),
  ]);
  const buffers = z.object({ 'Shared Hit Blocks': z.number(), 'Shared Read Blocks': z.number() });
  const read = buffers.parse(rows[0]?.['QUERY PLAN'][0]?.Plan);
  return read['Shared Hit Blocks'] + read['Shared Read Blocks'];
}
