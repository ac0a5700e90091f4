import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Log } from '../log.ts';
import { newState, type SimulatorState } from './state.ts';

/** Long enough to gather the writes of one tap, short enough to lose nothing a person would notice. */
const SAVE_AFTER_MS = 200;

export type Saver = { schedule(): void; flush(): Promise<void> };

/** The stored state, or a new one when there is no file. Throws on a file that is not ours, rather than lose it. */
export async function loadState(file: string | null): Promise<SimulatorState> {
  if (!file) return newState();
  const content = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (content === null) return newState();
  try {
    return { ...newState(), ...(JSON.parse(content) as SimulatorState) };
  } catch (cause) {
    throw new Error(`The simulator cannot read ${file}. Delete it to start afresh.`, { cause });
  }
}

/** Writes the state some moments after a change, to a second file that then takes the first one's place. */
export function createSaver(file: string | null, state: SimulatorState, log: Log): Saver {
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();

  const write = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (file) writing = writing.then(() => writeAtomically(file, JSON.stringify(state)));
    return writing;
  };
  return {
    schedule() {
      if (!file) return;
      timer ??= setTimeout(() => {
        write().catch((error: unknown) => log.error({ err: error }, 'simulator state not saved'));
      }, SAVE_AFTER_MS);
    },
    flush: write,
  };
}

async function writeAtomically(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.tmp`;
  // The file holds the bot token, which signs people in.
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, file);
}
