import { defineConfig } from 'vitest/config';
import { findPostgres } from './tests/support/postgres-server.ts';

const setupFiles = ['tests/support/setup.ts'];
const databaseTests = 'tests/**/*.db.test.ts';
const programTests = ['tests/browser/**/*.test.ts', 'tests/program/**/*.test.ts'];

/** Database tests run on PGlite, and once more on PostgreSQL where its programs are found (CI demands them). */
const onPostgres = {
  test: {
    name: 'postgres',
    include: [databaseTests],
    setupFiles,
    globalSetup: ['tests/support/postgres-global-setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
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
          // The whole program, as a process of its own, and in a browser: one at a time, built once.
          name: 'program',
          include: programTests,
          setupFiles,
          globalSetup: ['tests/support/build-global-setup.ts'],
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
