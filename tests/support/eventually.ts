import { setTimeout as sleep } from 'node:timers/promises';

type Nothing = null | undefined | false;

/** Waits until `probe` gives a value and resolves with it; fails after fifteen seconds, or as many as told. */
export async function eventually<T>(
  probe: () => T | Nothing | Promise<T | Nothing>,
  { seconds = 15 } = {},
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > deadline) throw new Error(`it did not happen within ${seconds} seconds`);
    await sleep(5);
  }
}
