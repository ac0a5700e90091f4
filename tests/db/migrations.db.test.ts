import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { rememberUser } from '../../server/auth/users.ts';
import { type Database, openPglite, openPostgres } from '../../server/db/client.ts';
import { openTestDatabase } from '../support/database.ts';
import { monday } from '../support/people.ts';

const database = openTestDatabase();
const folder = mkdtempSync(join(tmpdir(), 'followthrough-migrations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const journal = 'drizzle/migrations/meta/_journal.json';
const migrations: number = JSON.parse(readFileSync(journal, 'utf8')).entries.length;

/** How to open one new, empty database, as often as wanted. */
async function emptyDatabase(): Promise<() => Promise<Database>> {
  const { url } = database;
  if (!url) return () => openPglite(join(folder, randomUUID()));
  const name = `empty_${randomUUID().replaceAll('-', '')}`;
  await database.db.execute(sql.raw(`create database ${name}`));
  return () => openPostgres(Object.assign(new URL(url), { pathname: name }).href);
}

async function applied({ db }: Database): Promise<number> {
  return db.$count(sql`drizzle.__drizzle_migrations`);
}

describe('an empty database', () => {
  it('is brought up to date by four instances that start together, each migration once', async () => {
    const open = await emptyDatabase();
    // PGlite has one process by its folder lock: there, one instance starts.
    const instances = await Promise.all(Array.from({ length: database.url ? 4 : 1 }, open));
    for (const instance of instances) expect(await applied(instance)).toBe(migrations);
    await Promise.all(instances.map((instance) => instance.close()));
  });
});

describe('a database that is up to date', () => {
  it('is left as it is, with what is in it', async () => {
    const path = join(folder, randomUUID());
    const { url } = database;
    const open = url ? () => openPostgres(url) : () => openPglite(path);
    const first = await open();
    await rememberUser(first.db, { id: 7, firstName: '*_[](~` 👩‍💻', now: monday });
    await first.close();
    const second = await open();
    expect(await applied(second)).toBe(migrations);
    expect(await second.db.query.users.findMany()).toMatchObject([{ id: 7, firstName: '*_[](~` 👩‍💻' }]);
    await second.close();
  });
});
