import { sql } from 'drizzle-orm';
import { deliveryLog, scheduledReminders, users } from '../../server/db/schema.ts';
import { createSender } from '../../server/pollers/sender/sender.ts';
import { scheduleReminders } from '../../server/reminders/mutations.ts';
import { insertReminders } from '../support/many-reminders.ts';
import type { BenchWorld } from './bench-world.ts';
import { postPlainly } from './ceiling.ts';
import { measure } from './cpu.ts';
import { median } from './table.ts';

const count = 10_000;
const rounds = 3;
/** PostgreSQL takes 65,535 values in a statement. */
const chunk = 1000;

/** Schedules and then sends 10,000 due reminders of 10,000 people, in turn with plain POSTs. */
export async function benchDrain(world: BenchWorld) {
  const { db, server, standIn, deps } = world;
  const sender = createSender(deps);
  const runs = [];
  await insertReminders(db, { count, dueAt: 'now()' });
  const schedules = await db
    .select({
      stepId: scheduledReminders.stepId,
      leadId: scheduledReminders.leadId,
      userId: scheduledReminders.userId,
      chatId: scheduledReminders.chatId,
    })
    .from(scheduledReminders);
  for (let round = 0; round < rounds; round += 1) {
    const ceilingMs = await postPlainly(standIn.hello.url, count);
    await standIn.ask(null);
    await db.execute(sql`truncate ${scheduledReminders} cascade`);
    await db.execute(sql`truncate chat_messages`);
    await db.update(users).set({ quietUntil: null });
    await db.execute(sql`vacuum analyze`);
    const now = new Date();
    const scheduled = await measure(server.pid, async () => {
      for (let at = 0; at < count; at += chunk) {
        const rows = schedules.slice(at, at + chunk).map((row) => ({ ...row, dueAt: now }));
        await scheduleReminders(db, rows, now);
      }
    });
    await db.execute(sql`vacuum analyze`);
    const drained = await measure(server.pid, async () => {
      await sender.sweep(new AbortController().signal);
      await sender.idle();
    });
    const arrived = (await standIn.ask<[number, number][]>(null)).map(([chat]) => chat);
    const sent = await db.$count(scheduledReminders, sql`status = 'sent'`);
    if (sent !== count || new Set(arrived).size !== count || arrived.length !== count) {
      throw new Error(`${sent} of ${count} are recorded, ${arrived.length} arrived`);
    }
    runs.push({ ceilingMs, scheduled, drained, logged: await db.$count(deliveryLog) });
  }
  const each = (ms: number[]) => median(ms) / count;
  const ceiling = (count / median(runs.map(({ ceilingMs }) => ceilingMs))) * 1000;
  const rate = (count / median(runs.map(({ drained }) => drained.ms))) * 1000;
  return {
    scheduleCpuMs: each(runs.map(({ scheduled }) => scheduled.workerMs + scheduled.postgresMs)),
    ceilingPerSecond: ceiling,
    drainPerSecond: rate,
    shareOfCeiling: rate / ceiling,
    workerCpuMs: each(runs.map(({ drained }) => drained.workerMs)),
    databaseCpuMs: each(runs.map(({ drained }) => drained.postgresMs)),
  };
}
