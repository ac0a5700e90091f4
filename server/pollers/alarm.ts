import { errorText } from '../errors.ts';
import type { Log } from '../log.ts';

/**
 * However far the next instant is, it is looked at again after this: a clock may have been changed, a database may have
 * been away, and word from another instance may have been lost.
 */
const longestMs = 15_000;
/** While the database does not answer. */
const retryMs = 1000;

export type Alarm = {
  /** Asks when the next look is wanted, and rings then. A later call replaces an earlier one. */
  arm(): void;
  stop(): void;
};

/** Rings at the instant at which something is due, not at the next slot of a cron expression. */
export function createAlarm({
  nextIn,
  ring,
  log,
}: {
  nextIn: () => Promise<number | null>;
  ring: () => void;
  log: Log;
}): Alarm {
  let timer: NodeJS.Timeout | null = null;
  let asking = false;
  let again = false;
  let stopped = false;

  async function ask(): Promise<number> {
    const ms = await nextIn().catch((error) => {
      log.error({ error: errorText(error) }, 'when the next reminder is due could not be read; asking again');
      return retryMs;
    });
    return ms === null ? longestMs : Math.min(ms, longestMs);
  }

  return {
    async arm() {
      again = true;
      if (asking) return;
      asking = true;
      // Each answer sets the timer: under load one question follows the other, and the last would never come.
      while (again && !stopped) {
        again = false;
        const ms = await ask();
        if (timer) clearTimeout(timer);
        if (!stopped) timer = setTimeout(ring, ms);
      }
      asking = false;
    },
    stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
    },
  };
}
