import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, SetupError } from '../errors.ts';

/**
 * Takes the data folder for this process, making it when needed. PGlite itself has no lock: two processes on one
 * folder lose rows silently. A lock left by a process that no longer runs is taken over.
 * @returns a function that gives the folder back.
 * @throws SetupError when another process holds it, or when it cannot be read and written.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'followthrough.lock');
  try {
    await mkdir(folder, { recursive: true });
    for (;;) {
      const handle = await open(file, 'wx').catch((error) => {
        if (errorCode(error) === 'EEXIST') return null;
        throw error;
      });
      if (handle) {
        await handle.writeFile(String(process.pid));
        await handle.close();
        return () => rm(file, { force: true });
      }
      await removeIfAbandoned(folder, file);
    }
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(
      `The data folder ${folder} cannot be used (${errorCode(error) ?? 'unknown error'}). ` +
        'Make it a folder this user can read and write, or set DATA_DIR to another one.',
    );
  }
}

async function removeIfAbandoned(folder: string, file: string): Promise<void> {
  const pid = Number(await readFile(file, 'utf8').catch(() => '0'));
  if (pid !== process.pid && isRunning(pid)) {
    throw new SetupError(
      `The data folder ${folder} is in use by process ${pid}. ` +
        'Stop that Followthrough first, or set DATA_DIR to another folder.',
    );
  }
  await rm(file, { force: true });
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but as another user.
    return errorCode(error) === 'EPERM';
  }
}
