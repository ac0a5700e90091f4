import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Db } from '../../server/db/client.ts';
import { instances } from '../../server/db/schema.ts';
import {
  beat,
  beatMs,
  forgetOthers,
  forgetTheDead,
  isDead,
  leave,
} from '../../server/instances/instances.ts';
import { openTestDatabase } from '../support/database.ts';
import { here, there } from '../support/reminders.ts';
import { one } from '../support/rows.ts';

const database = openTestDatabase();

const known = async () => (await database.db.select().from(instances)).map(({ id }) => id).sort();
const lastSeen = (instance: string, ago: string, db: Db = database.db) =>
  db.execute(sql`update instances set seen_at = now() - ${ago}::interval where id = ${instance}::uuid`);

/** Whether the others may take over what this one has in flight. */
async function dead(instance: string | null, db: Db = database.db): Promise<boolean> {
  const [row] = await db
    .select({ dead: sql<boolean>`${isDead(sql`claim.claimed_by`)}` })
    .from(sql`(select ${instance}::uuid as claimed_by) as claim`);
  return one([row]).dead;
}

describe('an instance', () => {
  it('lives once it said so, and lives on as long as it goes on saying so', async () => {
    expect(await dead(here)).toBe(true);
    await beat(database.db, here);
    expect(await dead(here)).toBe(false);
    await lastSeen(here, '1 hour');
    await beat(database.db, here);
    expect(await dead(here)).toBe(false);
    expect(await known()).toEqual([here]);
  });

  it.each([
    ['19.999 seconds', false],
    ['20 seconds', true],
    ['1 day', true],
  ])('that was last seen %s ago: dead is %s', async (ago, expected) => {
    await beat(database.db, here);
    // In one transaction, in which now() stands still.
    await database.db.transaction(async (tx) => {
      await lastSeen(here, ago, tx);
      expect(await dead(here, tx)).toBe(expected);
    });
  });

  it('may miss three beats', () => {
    expect(3 * beatMs).toBeLessThan(20_000);
    expect(4 * beatMs).toBeGreaterThanOrEqual(20_000);
  });

  it('that leaves in order is gone at once, and no other', async () => {
    await beat(database.db, here);
    await beat(database.db, there);
    await leave(database.db, here);
    expect([await dead(here), await dead(there)]).toEqual([true, false]);
  });

  it('is nobody when nobody is named', async () => {
    await beat(database.db, here);
    expect(await dead(null)).toBe(true);
  });
});

describe('the list of instances', () => {
  it('is one’s own when the database is: whoever used it before is gone', async () => {
    await beat(database.db, here);
    await beat(database.db, there);
    await forgetOthers(database.db, here);
    expect(await known()).toEqual([here]);
  });

  it('forgets the dead after a day', async () => {
    await beat(database.db, here);
    await beat(database.db, there);
    await lastSeen(there, '23 hours');
    await forgetTheDead(database.db);
    expect(await known()).toEqual([here, there]);
    await lastSeen(there, '25 hours');
    await forgetTheDead(database.db);
    expect(await known()).toEqual([here]);
  });
});
