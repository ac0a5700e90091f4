import { sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';

/** True while the database does not answer even the simplest question. */
export const isAway = (db: Db): Promise<boolean> =>
  db.execute(sql`select 1`).then(
    () => false,
    () => true,
  );
