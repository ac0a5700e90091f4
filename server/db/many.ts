import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/**
 * Many values as one parameter: a statement stays the same however many there are, which costs the driver, drizzle and
 * PostgreSQL a fraction of one parameter each.
 */

/** SQL: `column` is one of these ids. */
export function isOneOf(column: SQLWrapper, ids: readonly string[]): SQL {
  return sql`${column} = any(${`{${ids.join(',')}}`}::uuid[])`;
}

/** SQL for FROM: `rows` as a table of that name, with the columns and types of `columns`, such as "id uuid, at timestamptz". */
export function asTable(name: string, columns: string, rows: readonly object[]): SQL {
  // PostgreSQL's text holds no NUL, its JSON no escaped one.
  const json = JSON.stringify(rows).replaceAll('\\u0000', '');
  return sql`jsonb_to_recordset(${json}::jsonb) as ${sql.raw(`${name}(${columns})`)}`;
}
