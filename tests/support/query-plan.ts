import { sql } from 'drizzle-orm';
import type { Db } from '../../server/db/client.ts';
import { one } from './rows.ts';
import { queriesOf } from './sent-queries.ts';

/** How PostgreSQL would run each statement of `run` that names `table`, as EXPLAIN tells it. */
export async function plansOf(db: Db, run: (db: Db) => Promise<unknown>, table: string): Promise<string[]> {
  const queries = (await queriesOf(db, run)).filter(({ text }) => text.includes(`"${table}"`));
  const plans: string[] = [];
  for (const { text, params } of queries) {
    const values = params.map((value) => (value === null ? 'null' : `'${value}'`));
    const literal = text.replace(/\$(\d+)/g, (_, place) => one(values, Number(place) - 1));
    plans.push(JSON.stringify(await db.execute(sql.raw(`explain ${literal}`))));
  }
  return plans;
}
