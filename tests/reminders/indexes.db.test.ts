import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { getUser, markReachable } from '../../server/auth/users.ts';
import type { Db } from '../../server/db/client.ts';
import { changePersonTime } from '../../server/plans/person-time.ts';
import { getNextNudgeAt, raiseNudges } from '../../server/reminders/nudges.ts';
import { getNextSendAt } from '../../server/reminders/queries.ts';
import { holdPerson } from '../../server/reminders/settle.ts';
import { listNext } from '../../server/views/delivery-proof-next.ts';
import { listTroubles } from '../../server/views/delivery-proof-troubles.ts';
import { openTestDatabase } from '../support/database.ts';
import { insertReminders } from '../support/many-reminders.ts';
import { monday } from '../support/people.ts';
import { plansOf } from '../support/query-plan.ts';
import { claim, claimMessages } from '../support/reminders.ts';
import { later, one } from '../support/rows.ts';
import { sentQueries } from '../support/sent-queries.ts';

const database = openTestDatabase({ manyRows: true });
const userId = 100_007;

/** Twenty thousand reminders of two thousand people, spread over the year that comes. */
beforeEach(() =>
  insertReminders(database.db, {
    ...{ count: 20_000, people: 2000 },
    dueAt: `timestamptz '2026-10-13 07:00Z' + i * interval '26 minutes'`,
  }),
);

type Node = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number };

/** How many pages PostgreSQL looks at for the one statement of `run`, which has no parameters. */
async function pagesOf(run: (db: Db) => Promise<unknown>): Promise<number> {
  const text = one(await sentQueries(database.db, run));
  const rows: unknown = await database.db.execute(sql.raw(`explain (analyze, buffers, format json) ${text}`));
  const [row] = (Array.isArray(rows) ? rows : (rows as { rows: unknown[] }).rows) as {
    'QUERY PLAN': { Plan: Node }[];
  }[];
  const { Plan: plan } = one(one([row])['QUERY PLAN']);
  return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
}

async function plans(run: (db: Db) => Promise<unknown>): Promise<string> {
  const read = await plansOf(database.db, run, 'scheduled_reminders');
  expect(read.length).toBeGreaterThan(0);
  return read.join('\n');
}

const wholeTable = 'Seq Scan on scheduled_reminders';

describe('looking for what is due, with a year of reminders ahead', () => {
  it('costs a handful of pages, and a handful when some are due', async () => {
    expect(await pagesOf(getNextSendAt)).toBeLessThanOrEqual(5);
    expect(await claim(database.db, monday)).toEqual([]);
    expect(await claim(database.db, later({ days: 1, hours: 1 }))).toHaveLength(2);
  });

  it('reads the index of what is to be sent', async () => {
    const read = await plans((db) => claimMessages(db, monday));
    expect(read).toContain('reminders_to_send');
    expect(read).not.toContain(wholeTable);
  });
});

describe('looking for who has not acted', () => {
  it('reads the index of what is to be nudged about', async () => {
    const read = `${await plans((db) => raiseNudges(db, monday))}${await plans(getNextNudgeAt)}`;
    expect(read).toContain('reminders_to_nudge');
    expect(read).not.toContain(wholeTable);
  });
});

describe('what is asked or done about one person', () => {
  it.each<[string, (db: Db) => Promise<unknown>]>([
    ['when they hear next', (db) => getNextSendAt(db, userId)],
    ['holding what waits', (db) => holdPerson(db, userId, monday)],
    ['giving it back', (db) => markReachable(db, userId, monday)],
  ])('reads the index of what this person waits for: %s', async (_, run) => {
    const read = await plans(run);
    expect(read).toContain('reminders_of_user');
    expect(read).not.toContain(wholeTable);
  });

  it.each<[string, (db: Db) => Promise<unknown>]>([
    ['the next reminders', async (db) => listNext(db, one([await getUser(db, userId)]), monday)],
    ['what went wrong', async (db) => listTroubles(db, one([await getUser(db, userId)]), monday)],
    ['another hour', (db) => changePersonTime(db, { userId, change: { reminderHour: 8 }, now: monday })],
  ])('reads not what all the others have: %s', async (_, run) => {
    expect(await plans(run)).not.toContain(wholeTable);
  });
});
