import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, SetupError } from '../errors.ts';

/**
 * Takes the data folder for this process, making it when needed. PGlite itself has no lock: two processes on one
 * folder lose rows silently. Each process puts down a file with its number before it looks for those of others, so of
 * two that start at the same moment at most one has the folder; possibly neither. Files of dead processes do not count.
 * @returns a function that gives the folder back.
 * @throws SetupError when another process holds it, or when it cannot be read and written.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const mine = join(folder, `followthrough.${process.pid}.lock`);
  const release = () => rm(mine, { force: true });
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(mine, '');
    const holder = await findOtherHolder(folder);
    if (holder === null) return release;
    await release();
    throw new SetupError(
      `The data folder ${folder} is in use by process ${holder}. ` +
        'Stop that Followthrough first, or set DATA_DIR to another folder. ' +
        `(If process ${holder} is something else, delete the file followthrough.${holder}.lock there.)`,
    );
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(
      `The data folder ${folder} cannot be used (${errorCode(error) ?? 'unknown error'}). ` +
        'Make it a folder this user can read and write, or set DATA_DIR to another one.',
    );
  }
}

/** The number of another running process that put its file there, else null. */
async function findOtherHolder(folder: string): Promise<number | null> {
  for (const name of await readdir(folder)) {
    const pid = Number(/^followthrough\.(\d+)\.lock$/.exec(name)?.[1] ?? process.pid);
    if (pid === process.pid) continue;
    if (isRunning(pid)) return pid;
    await rm(join(folder, name), { force: true });
  }
  return null;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but as another user.
    return errorCode(error) === 'EPERM';
  }
}
