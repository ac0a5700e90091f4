import type { PGlite } from '@electric-sql/pglite';
import type { Logger } from 'drizzle-orm';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { Db } from '../../server/db/client.ts';
import * as schema from '../../server/db/schema.ts';
import { onPostgres } from './database.ts';

export type Query = { text: string; params: unknown[] };

/** What `run` sends to the database, in its order: the same connection, through a drizzle that listens. */
export async function queriesOf(db: Db, run: (db: Db) => Promise<unknown>): Promise<Query[]> {
  const sent: Query[] = [];
  const logger: Logger = { logQuery: (text, params) => void sent.push({ text, params }) };
  const { $client } = db as unknown as { $client: Sql & PGlite };
  const config = { schema, logger };
  await run(onPostgres ? drizzlePostgres($client, config) : drizzlePglite($client, config));
  return sent;
}

/** Only the texts of the statements. */
export const sentQueries = async (db: Db, run: (db: Db) => Promise<unknown>): Promise<string[]> =>
  (await queriesOf(db, run)).map(({ text }) => text);
