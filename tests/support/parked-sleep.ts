import { eventually } from './eventually.ts';

/**
 * A `sleep` for pollers that ends when the test says so, or the program stops: every message that waits for its slot
 * stands still, in the order of the slots.
 */
export function parkedSleep() {
  const parked: { until: number; wake: () => void }[] = [];
  return {
    sleep: (ms: number, stopping: AbortSignal): Promise<void> =>
      new Promise((resolve) => {
        parked.push({ until: performance.now() + ms, wake: resolve });
        if (stopping.aborted) resolve();
        stopping.addEventListener('abort', () => resolve());
      }),
    /** The slots that were asked for, as they were asked for: milliseconds of this process's stopwatch. */
    slots: () => parked.map(({ until }) => until),
    untilParked: (count: number) => eventually(() => parked.length >= count),
    /** Lets the one with that number go, in the order in which they were asked for. */
    wake: (index: number) => parked[index]?.wake(),
    wakeAll: () => {
      for (const { wake } of parked) wake();
    },
  };
}
