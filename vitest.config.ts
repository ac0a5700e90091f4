import { defineConfig } from 'vitest/config';
import { findPostgres } from './tests/support/postgres-server.ts';

const setupFiles = ['tests/support/setup.ts'];
/** The files of one worker share what they import: reading it anew for each took as long as a third of the tests. */
const isolate = false;
const databaseTests = 'tests/**/*.db.test.ts';
const programTests = ['tests/browser/**/*.test.ts', 'tests/program/**/*.test.ts'];

/** What draws, answers and looks; it runs on the embedded database only, for nothing in it is decided by concurrency. */
const drawn = [
  ...['tests/app/**', 'tests/views/**', 'tests/telegram/**'],
  'tests/pollers/!(busy-queue|stopping|plan-requests)*',
];

/** Database tests run on PGlite, and those of what acts at the same time once more on PostgreSQL (CI demands it). */
const onPostgres = {
  test: {
    name: 'postgres',
    isolate,
    include: [databaseTests],
    exclude: drawn,
    setupFiles,
    globalSetup: ['tests/support/postgres-global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
};

export default defineConfig({
  test: {
    // Vitest leaves a processor free unless told otherwise, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          isolate,
          include: ['tests/**/*.test.ts'],
          exclude: programTests,
          setupFiles,
          globalSetup: ['tests/support/pglite-global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      ...(findPostgres() || process.env.REQUIRE_POSTGRES ? [onPostgres] : []),
      {
        test: {
          // The whole program, as a process of its own, and in a browser; built once.
          name: 'program',
          include: programTests,
          setupFiles,
          globalSetup: ['tests/support/build-global-setup.ts'],
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // When the others are through: what is timed by people and by Telegram should not have to share.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
