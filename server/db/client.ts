import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import postgres, { type Sql } from 'postgres';
import * as schema from './schema.ts';

/** The database, or a transaction of it. Inside `db.transaction` use only the inner one: PGlite has one connection. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

export type Database = { db: Db; close(): Promise<void> };

const migrationsFolder = fileURLToPath(new URL('../../drizzle/migrations', import.meta.url));

/** Any number; it only has to be the same in every instance. */
const migrationLock = 7_203_115;

/**
 * Opens the embedded PostgreSQL in `folder` and brings it up to date. The caller holds the
 * folder's lock (db/folder-lock.ts). Buffers are small because the data is: the whole server stays near 300 MB.
 */
export async function openPglite(folder: string): Promise<Database> {
  // PGlite switches fsync off ("-F"); with it on, a commit survives a power cut and costs half a millisecond.
  const defaults = PGlite.defaultStartParams.filter((parameter) => parameter !== '-F');
  const client = await PGlite.create({
    dataDir: folder,
    startParams: [...defaults, '-c', 'shared_buffers=16MB'],
  });
  const db = drizzlePglite(client, { schema });
  await migratePglite(db, { migrationsFolder });
  return { db, close: () => client.close() };
}

/** Seconds between attempts to connect again; postgres.js waits up to twenty, and reminders would wait with it. */
const soon = (retries: number) => Math.min(0.1 * 2 ** retries, 1);

/** Connects to PostgreSQL at `url` and brings it up to date; several instances may do so at once. */
export async function openPostgres(url: string): Promise<Database> {
  await migrateUnderLock(url);
  // `prepare: false` lets the same code run behind a transaction-mode pooler (postgres.js README).
  const client = postgres(url, { prepare: false, backoff: soon, onnotice: () => {} });
  return { db: drizzlePostgres(client, { schema }), close: () => client.end({ timeout: 5 }) };
}

/**
 * drizzle's migrate() takes no lock (drizzle-orm#874): two instances starting together would both apply a migration.
 * The lock belongs to a transaction, not to a session, so that it holds behind a transaction-mode pooler too.
 */
async function migrateUnderLock(url: string): Promise<void> {
  const client = postgres(url, { max: 1, prepare: false, onnotice: () => {} });
  try {
    await client.begin(async (sql) => {
      await sql`select pg_advisory_xact_lock(${migrationLock})`;
      // drizzle opens a transaction of its own: inside ours, that is a savepoint.
      const inside = Object.assign(sql, { begin: sql.savepoint, options: client.options });
      await migratePostgres(drizzlePostgres(inside as unknown as Sql, { schema }), { migrationsFolder });
    });
  } finally {
    await client.end({ timeout: 5 });
  }
}
