import type { PGlite } from '@electric-sql/pglite';
import { type Logger, sql } from 'drizzle-orm';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import type { Db } from '../../server/db/client.ts';
import * as schema from '../../server/db/schema.ts';
import { onPostgres } from './database.ts';
import { one } from './rows.ts';

type Query = { text: string; params: unknown[] };

/** The same connection, through a drizzle that keeps what it sends. */
function listen(db: Db): { db: Db; sent: Query[] } {
  const sent: Query[] = [];
  const logger: Logger = { logQuery: (text, params) => void sent.push({ text, params }) };
  const { $client } = db as unknown as { $client: Sql & PGlite };
  const config = { schema, logger };
  return { db: onPostgres ? drizzlePostgres($client, config) : drizzlePglite($client, config), sent };
}

/** How PostgreSQL would run each statement of `run` that names `table`, as EXPLAIN tells it. */
export async function plansOf(db: Db, run: (db: Db) => Promise<unknown>, table: string): Promise<string[]> {
  const heard = listen(db);
  await run(heard.db);
  const plans: string[] = [];
  for (const { text, params } of heard.sent.filter((query) => query.text.includes(`"${table}"`))) {
    const values = params.map((value) => (value === null ? 'null' : `'${value}'`));
    const literal = text.replace(/\$(\d+)/g, (_, place) => one(values, Number(place) - 1));
    plans.push(JSON.stringify(await db.execute(sql.raw(`explain ${literal}`))));
  }
  return plans;
}
