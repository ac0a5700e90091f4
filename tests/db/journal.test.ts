import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = 'drizzle/migrations';
type Entry = { idx: number; when: number; tag: string };
const { entries }: { entries: Entry[] } = JSON.parse(
  readFileSync(join(folder, 'meta/_journal.json'), 'utf8'),
);

/** drizzle applies only what is newer than the newest applied: one out of order would silently never run. */
it('the migrations are in the order of their times', () => {
  const times = entries.map((entry) => entry.when);
  expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
  expect(entries.map((entry) => entry.idx)).toEqual(entries.map((_, index) => index));
});

it('the journal names each migration file once, and no other', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  expect(entries.map((entry) => `${entry.tag}.sql`)).toEqual(files.sort());
});
