import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { eq, sql } from 'drizzle-orm';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openPglite, openPostgres } from '../../server/db/client.ts';
import {
  briefings,
  processedUpdates,
  type scheduledReminders,
  sendGate,
  users,
} from '../../server/db/schema.ts';
import { deriveDue } from '../../server/plans/derive.ts';
import type { ReminderStatus } from '../../server/reminders/delivery.ts';
import { personTime } from '../../server/time/person.ts';
import { openTestDatabase } from '../support/database.ts';
import { monday } from '../support/people.ts';
import { claimMessages } from '../support/reminders.ts';
import { later, one, reminderOf, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'followthrough-upgrade-'));
let upgraded: Database;

/** A copy of the migrations as they were when there was only the first. */
function firstMigration(): string {
  const copy = join(folder, randomUUID());
  cpSync('drizzle/migrations', copy, { recursive: true });
  const journal = join(copy, 'meta/_journal.json');
  const { entries, ...about } = JSON.parse(readFileSync(journal, 'utf8'));
  writeFileSync(journal, JSON.stringify({ ...about, entries: entries.slice(0, 1) }));
  return copy;
}

/** Opens a database of the first version, lets `fill` write into it, and opens it again with the program of today. */
async function upgrade(fill: string): Promise<Database> {
  const migrationsFolder = firstMigration();
  if (!database.url) {
    const place = join(folder, randomUUID());
    const client = await PGlite.create(place);
    await migratePglite(drizzlePglite(client), { migrationsFolder });
    await client.exec(fill);
    await client.close();
    return openPglite(place);
  }
  const name = `old_${randomUUID().replaceAll('-', '')}`;
  await database.db.execute(sql.raw(`create database ${name}`));
  const url = Object.assign(new URL(database.url), { pathname: name }).href;
  const client = postgres(url, { max: 1, onnotice: () => {} });
  await migratePostgres(drizzlePostgres(client), { migrationsFolder });
  await client.unsafe(fill);
  await client.end();
  return openPostgres(url);
}

/** A reminder that was due on Monday, as the first version kept it. */
type Old = {
  status: ReminderStatus;
  retryAt?: Date;
  lastRemindedAt?: Date;
  messageId?: number;
  lastError?: string;
};

const literal = (value: Date | string | number | undefined) => {
  if (value === undefined) return 'null';
  return `'${value instanceof Date ? value.toISOString() : value}'`;
};
const idOf = (index: number) => `30000000-0000-4000-8000-0000000000${String(index).padStart(2, '0')}`;

const indexOf = (stepId: string) => Number(stepId.slice(-2));

/** A person with a lead, whose plan has a step for each of the reminders. */
function rows(old: Old[]): string {
  const [lead, plan] = ['10000000-0000-4000-8000-000000000000', '20000000-0000-4000-8000-000000000000'];
  const due = literal(monday);
  const steps = old.map(({ status, retryAt, lastRemindedAt, messageId, lastError }, index) => {
    const stepStatus = status === 'done' || status === 'skipped' ? status : 'open';
    const values = [retryAt, lastRemindedAt, messageId, lastError].map(literal).join(', ');
    return `
      insert into plan_steps (id, plan_id, lead_id, position, title, due_source, due_local, time_zone, due_at, status, created_at)
        values ('${idOf(index)}', '${plan}', '${lead}', ${index}, 'Step', 'person', '2026-10-12T09:00', 'Europe/Berlin', ${due}, '${stepStatus}', ${due});
      insert into scheduled_reminders
        (step_id, lead_id, user_id, chat_id, due_at, status, attempts, retry_at, last_reminded_at, message_id, last_error)
        values ('${idOf(index)}', '${lead}', 1001, 1001, ${due}, '${status}', 1, ${values});`;
  });
  return `
    insert into users (id, chat_id, first_name, time_zone, created_at) values (1001, 1001, 'Olga', 'Europe/Berlin', ${due});
    insert into leads (id, user_id, name, last_activity_at, created_at) values ('${lead}', 1001, 'Anna', ${due}, ${due});
    insert into plans (id, lead_id, title, drafted_by, started_at) values ('${plan}', '${lead}', 'Plan', 'person', ${due});
    ${steps.join('')}`;
}

const at = later({ minutes: 1 });
const sent = { lastRemindedAt: at, messageId: 7 };
const nothing = { sentAt: null, unconfirmedAt: null };

/** What a reminder was, and what it is to be. */
const table: [string, Old, Partial<typeof scheduledReminders.$inferSelect>][] = [
  ['pending', { status: 'pending' }, { status: 'pending', sendAt: monday, ...nothing }],
  [
    'put off',
    { status: 'pending', retryAt: later({ hours: 2 }), lastError: 'x' },
    { status: 'pending', sendAt: later({ hours: 2 }), lastError: 'x', ...nothing },
  ],
  [
    'put off once, long before its date of today',
    { status: 'pending', retryAt: later({ days: -3 }) },
    { status: 'pending', sendAt: monday, ...nothing },
  ],
  [
    'on its way when the program was stopped',
    { status: 'sending', lastRemindedAt: at },
    { status: 'unconfirmed', sendAt: monday, sentAt: null, unconfirmedAt: at },
  ],
  ['sent', { status: 'sent', ...sent }, { status: 'sent', sentAt: at, unconfirmedAt: null, messageId: 7 }],
  [
    'told of, because nobody knew whether it had arrived',
    { status: 'sent', ...sent, lastError: 'time-out' },
    { status: 'sent', sentAt: at, unconfirmedAt: at, lastError: 'time-out' },
  ],
  [
    'unconfirmed',
    { status: 'unconfirmed', lastRemindedAt: at, lastError: 'time-out', retryAt: later({ days: 1 }) },
    { status: 'unconfirmed', sentAt: null, unconfirmedAt: at, sendAt: later({ days: 1 }) },
  ],
  ['held', { status: 'held' }, { status: 'held', sendAt: monday, ...nothing }],
  ['failed', { status: 'failed', lastError: 'x' }, { status: 'failed', lastError: 'x', ...nothing }],
  ['done', { status: 'done' }, { status: 'done', ...nothing }],
  ['cancelled', { status: 'cancelled' }, { status: 'cancelled', ...nothing }],
  ['done after it was sent', { status: 'done', ...sent }, { status: 'done', sentAt: at }],
  ['skipped after it was sent', { status: 'skipped', ...sent }, { status: 'skipped', sentAt: at }],
  ['cancelled after it was sent', { status: 'cancelled', ...sent }, { status: 'cancelled', sentAt: at }],
  [
    'done while nobody knew whether it had arrived',
    { status: 'done', lastRemindedAt: at, lastError: 'time-out' },
    { status: 'done', sentAt: null, unconfirmedAt: at },
  ],
];

/** Another person, who chose 20:00, with steps that count from Monday evening in Berlin. */
function planOfDates(): string {
  const [lead, plan] = ['10000000-0000-4000-8000-000000000001', '20000000-0000-4000-8000-000000000001'];
  const made = literal(later({ hours: 11 }));
  const steps = [
    ['delay_days', 3, '', '2026-10-15T20:00'],
    ['timing', null, 'one week later', '2026-10-19T20:00'],
    ['default', null, 'soonish', '2026-10-21T20:00'],
  ] as const;
  const inserts = steps.map(
    ([source, days, timing, local], index) => `
      insert into plan_steps (plan_id, lead_id, position, title, due_source, delay_days, timing, due_local, time_zone, due_at, created_at)
        values ('${plan}', '${lead}', ${index}, 'Step', '${source}', ${days ?? 'null'}, '${timing}', '${local}', 'Europe/Berlin', '${local}:00+02:00', ${made});`,
  );
  return `
    insert into users (id, chat_id, first_name, time_zone, reminder_hour, created_at) values (1002, 1002, 'Max', 'Europe/Berlin', 20, ${made});
    insert into leads (id, user_id, name, last_activity_at, created_at) values ('${lead}', 1002, 'Bob', ${made}, ${made});
    insert into plans (id, lead_id, title, drafted_by, started_at) values ('${plan}', '${lead}', 'Plan', 'x', ${made});
    ${inserts.join('')}`;
}

beforeAll(async () => {
  const update = `insert into processed_updates (update_id, at) values (7, ${literal(monday)});`;
  upgraded = await upgrade(rows(table.map(([, old]) => old)) + planOfDates() + update);
});
afterAll(async () => {
  await upgraded?.close();
  rmSync(folder, { recursive: true, force: true });
});

// One upgrade for all, which takes PGlite seconds: the tests read, and the last one writes.
describe('a database of the first version', () => {
  it.each(table)('keeps what it knew of a reminder that is %s', async (name, _, expected) => {
    const index = table.findIndex(([other]) => other === name);
    expect(await reminderOf(upgraded.db, idOf(index))).toMatchObject({
      ...{ dueAt: monday, claimedBy: null, leaseUntil: null, attempts: 1 },
      ...expected,
    });
  });

  it('has a gate that is open', async () => {
    expect(await upgraded.db.select().from(sendGate)).toMatchObject([{ closedUntil: null }]);
  });

  it('has handled the updates that it knew', async () => {
    expect(await upgraded.db.select().from(processedUpdates)).toMatchObject([
      { updateId: 7, at: monday, handledAt: monday, takenBy: null },
    ]);
  });

  it('gives each step what its date follows from: the same date', async () => {
    const max = one(await upgraded.db.select().from(users).where(eq(users.id, 1002)));
    const steps = await stepsOf(upgraded.db, '10000000-0000-4000-8000-000000000001');
    expect(steps).toMatchObject([
      { anchor: 'start', countedFrom: '2026-10-12T20:00', spacingDays: null, moves: [] },
      { anchor: 'start', countedFrom: '2026-10-12T20:00', spacingDays: null },
      { anchor: 'start', countedFrom: '2026-10-12T20:00', spacingDays: 9 },
    ]);
    for (const step of steps) {
      const { dueLocal, timeZone, dueAt } = step;
      expect(deriveDue(step, personTime(max))).toEqual({ dueLocal, timeZone, dueAt });
    }
  });

  it('pins what a person had picked', async () => {
    expect(one(await stepsOf(upgraded.db, '10000000-0000-4000-8000-000000000000'))).toMatchObject({
      ...{ anchor: 'pinned', countedFrom: null, dueLocal: '2026-10-12T09:00' },
    });
  });

  it('has a window that holds the hour the person had chosen, and a morning digest at it', async () => {
    expect(await upgraded.db.select().from(users).orderBy(users.id)).toMatchObject([
      { id: 1001, windowOpens: 9, windowCloses: 18 },
      { id: 1002, windowOpens: 9, windowCloses: 20, workingDays: [1, 2, 3, 4, 5] },
    ]);
    expect(await upgraded.db.select().from(briefings).orderBy(briefings.userId)).toMatchObject([
      { userId: 1001, kind: 'morning', hour: 9 },
      { userId: 1002, kind: 'morning', hour: 20 },
    ]);
  });

  it('goes on where it stopped: what waits is sent, what is unclear is told of, what was sent is over', async () => {
    const said: string[] = [];
    for (const minutes of [30, 31, 32, 33]) {
      const messages = await claimMessages(upgraded.db, later({ minutes }));
      for (const { kind, reminders } of messages)
        for (const { stepId } of reminders) said.push(`${kind}: ${one(table, indexOf(stepId))[0]}`);
    }
    // Which of two comes first that are due at the same time is chance.
    expect(said.slice(0, 2).sort()).toEqual([
      'reminder: pending',
      'reminder: put off once, long before its date of today',
    ]);
    expect(said.slice(2)).toEqual(['catch-up: on its way when the program was stopped']);
  });
});
