import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode, SetupError } from '../errors.ts';

/**
 * Takes the data folder for this process, making it when needed. PGlite itself has no lock: two processes on one
 * folder lose rows silently. Each process puts down a file with its number before it looks for those of others, so of
 * two that start at the same moment at most one has the folder; possibly neither. Files of dead processes do not count.
 * A process that is just stopping is waited for, `patienceMs` milliseconds at most: a restart overlaps with it.
 * @returns a function that gives the folder back.
 * @throws SetupError when another process holds it, or when it cannot be read and written.
 */
export async function lockFolder(folder: string, patienceMs = 5000): Promise<() => Promise<void>> {
  const mine = join(folder, `followthrough.${process.pid}.lock`);
  const release = () => rm(mine, { force: true });
  try {
    await mkdir(folder, { recursive: true });
    for (let waited = 0; ; waited += pauseMs) {
      await writeFile(mine, '');
      const holder = await findOtherHolder(folder);
      if (holder === null) return release;
      await release();
      if (waited >= patienceMs) throw inUse(folder, holder);
      // A little chance, so that two that wait do not meet for ever.
      await sleep(pauseMs * (0.5 + Math.random()));
    }
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(
      `The data folder ${folder} cannot be used (${errorCode(error) ?? 'unknown error'}). ` +
        'Make it a folder this user can read and write, or set DATA_DIR to another one.',
    );
  }
}

const pauseMs = 100;

function inUse(folder: string, holder: number): SetupError {
  return new SetupError(
    `The data folder ${folder} is in use by process ${holder}. ` +
      'Stop that Followthrough first, or set DATA_DIR to another folder. ' +
      `(If process ${holder} is something else, delete the file followthrough.${holder}.lock there.)`,
  );
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
