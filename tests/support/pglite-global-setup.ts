import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A file with a migrated, empty PGlite database: loading it is several times faster than making one. */
    pgliteSnapshot: string;
  }
}

/** Migrates one PGlite and leaves a snapshot of it for every test file. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'followthrough-snapshot-'));
  const client = await PGlite.create();
  await migrate(drizzle(client), { migrationsFolder: 'drizzle/migrations' });
  const snapshot = join(folder, 'pglite.tar');
  await writeFile(snapshot, Buffer.from(await (await client.dumpDataDir('none')).arrayBuffer()));
  await client.close();
  project.provide('pgliteSnapshot', snapshot);
  return () => rm(folder, { recursive: true, force: true });
}
