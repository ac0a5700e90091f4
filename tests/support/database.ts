import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, inject } from 'vitest';
import { type Database, type Db, openPostgres } from '../../server/db/client.ts';
import * as schema from '../../server/db/schema.ts';

/** True in the project that runs the database tests on PostgreSQL, where statements really run at the same time. */
export const onPostgres = Boolean(inject('postgresUrl'));

/**
 * A migrated database for the tests of one file, emptied before each test: PGlite in memory, or PostgreSQL in the
 * project of that name. Read `.db` inside tests only. `manyRows`: the tests of this file fill it with thousands.
 */
export function openTestDatabase({ manyRows = false } = {}): {
  readonly db: Db;
  readonly url: string | null;
} {
  let database: Database;
  let url: string | null = null;
  beforeAll(async () => {
    url = onPostgres ? await createFromTemplate(inject('postgresUrl')) : null;
    database = url ? await openPostgres(url) : await openMemoryDatabase();
  });
  beforeEach(async () => {
    await empty(database.db, manyRows);
    await database.db.execute(sql`update send_gate set free_at = now(), closed_until = null`);
  });
  afterAll(() => database.close());
  return {
    get db() {
      return database.db;
    },
    get url() {
      return url;
    },
  };
}

const roots = [
  'users',
  'processed_updates',
  'dead_updates',
  'instances',
  'webhook_registration',
  'model_usage',
];

/** "truncate" makes new files for every table and index: a few rows are deleted many times faster, but only a few. */
async function empty(db: Db, manyRows: boolean): Promise<void> {
  if (manyRows) await db.execute(sql.raw(`truncate ${roots.join(', ')} cascade`));
  else for (const table of roots) await db.execute(sql`delete from ${sql.identifier(table)}`);
}

/** A migrated, empty PGlite in memory. */
export async function openMemoryDatabase(): Promise<Database> {
  const client = await PGlite.create({ loadDataDir: await openAsBlob(inject('pgliteSnapshot')) });
  return { db: drizzle(client, { schema }), close: () => client.close() };
}

async function createFromTemplate(serverUrl: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = postgres(`${serverUrl}postgres`, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name} template followthrough_template`);
  await admin.end();
  return `${serverUrl}${name}`;
}
