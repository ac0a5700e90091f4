import { join } from 'node:path';
import { SetupError } from '../errors.ts';
import { type Database, openPglite, openPostgres } from './client.ts';
import { lockFolder } from './folder-lock.ts';

/**
 * Opens the database the configuration names: PostgreSQL, or PGlite in the locked data folder.
 * @throws SetupError when it cannot be opened; the message never holds the address, which may hold a password.
 */
export async function openDatabase(config: {
  databaseUrl: string | null;
  dataDir: string;
}): Promise<Database> {
  if (config.databaseUrl) {
    return openPostgres(config.databaseUrl).catch((error) => {
      throw new SetupError(
        `PostgreSQL cannot be opened: ${error instanceof Error ? error.message : 'unknown error'}. ` +
          'Check DATABASE_URL and that the server runs.',
      );
    });
  }
  const release = await lockFolder(config.dataDir);
  try {
    const database = await openPglite(join(config.dataDir, 'pglite'));
    return {
      db: database.db,
      close: async () => {
        await database.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw new SetupError(
      `The embedded database in ${config.dataDir} cannot be opened: ` +
        `${error instanceof Error ? error.message : 'unknown error'}. ` +
        'Restore a copy of that folder, or set DATA_DIR to a new one.',
    );
  }
}
