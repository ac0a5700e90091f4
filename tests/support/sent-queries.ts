import type { PGlite } from '@electric-sql/pglite';
import type { Logger } from 'drizzle-orm';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { Db } from '../../server/db/client.ts';
import * as schema from '../../server/db/schema.ts';
import { onPostgres } from './database.ts';

/** The texts of the statements that `run` sends, in their order: the same connection, through a drizzle that listens. */
export async function sentQueries(db: Db, run: (db: Db) => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const logger: Logger = { logQuery: (text) => void sent.push(text) };
  const { $client } = db as unknown as { $client: Sql & PGlite };
  const config = { schema, logger };
  await run(onPostgres ? drizzlePostgres($client, config) : drizzlePglite($client, config));
  return sent;
}
