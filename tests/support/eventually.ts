import { setTimeout as sleep } from 'node:timers/promises';

type Nothing = null | undefined | false;

/** Waits until `probe` gives a value and resolves with it; fails after fifteen seconds. */
export async function eventually<T>(probe: () => T | Nothing | Promise<T | Nothing>): Promise<T> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > deadline) throw new Error('it did not happen within fifteen seconds');
    await sleep(5);
  }
}
