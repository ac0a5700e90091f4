import { setTimeout as wait } from 'node:timers/promises';
import { gt } from 'drizzle-orm';
import { scheduledReminders } from '../../server/db/schema.ts';
import { insertReminders } from '../support/many-reminders.ts';
import type { BenchWorld } from './bench-world.ts';
import { percentile } from './table.ts';

const count = 500;
const from = 2_000_001;
const spreadSeconds = 20;

/** How late 500 reminders arrive that are due at random instants within twenty seconds, in milliseconds. */
export async function benchLateness(world: BenchWorld) {
  const { db, standIn, deps } = world;
  const pollers = world.pollers();
  for (const poller of pollers) poller.start();
  await standIn.ask(null);
  const begun = new Date();
  const dueAt = `now() + interval '2 seconds' + random() * interval '${spreadSeconds} seconds'`;
  await insertReminders(db, { count, from, dueAt });
  deps.wake.notify('reminders');
  await wait((spreadSeconds + 4) * 1000);
  await Promise.all(pollers.map((poller) => poller.stop()));
  const arrived = new Map(await standIn.ask<[number, number][]>(null));
  const rows = await db.select().from(scheduledReminders).where(gt(scheduledReminders.dueAt, begun));
  const late = rows.map(({ chatId, dueAt: due }) => (arrived.get(chatId) ?? Number.NaN) - due.getTime());
  if (late.length !== count || late.some(Number.isNaN)) throw new Error('not all of them have arrived');
  return { p50: percentile(late, 0.5), p99: percentile(late, 0.99), max: Math.max(...late) };
}
