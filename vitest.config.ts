import { defineConfig } from 'vitest/config';
import { findPostgres } from './tests/support/postgres-server.ts';

const setupFiles = ['tests/support/setup.ts'];
const databaseTests = 'tests/**/*.db.test.ts';
const browserTests = 'tests/browser/**/*.test.ts';

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
          exclude: [browserTests],
          setupFiles,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      ...(findPostgres() || process.env.REQUIRE_POSTGRES ? [onPostgres] : []),
      {
        test: {
          name: 'browser',
          include: [browserTests],
          setupFiles,
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
