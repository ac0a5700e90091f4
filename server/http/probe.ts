import { setTimeout as sleep } from 'node:timers/promises';
import { errorText } from '../errors.ts';
import type { Log } from '../log.ts';

/** Whoever asks how we are gives up after about ten seconds; half of that is for the way. */
const patienceMs = 3000;

/**
 * A question to the database that never hangs and never piles up: null when it fails, or takes longer than three
 * seconds. Whoever asks while one is under way shares its answer, so a database that hangs holds one connection only.
 */
export function createProbe<T>(read: () => Promise<T>, log: Log): () => Promise<T | null> {
  let underWay: Promise<T | null> | null = null;

  async function ask(): Promise<T | null> {
    try {
      return await read();
    } catch (error) {
      log.warn({ error: errorText(error) }, 'the database does not say how things are');
      return null;
    } finally {
      underWay = null;
    }
  }

  return () => {
    underWay ??= ask();
    return Promise.race([underWay, sleep(patienceMs, null, { ref: false })]);
  };
}
