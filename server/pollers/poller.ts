import cron, { type ScheduledTask } from 'node-cron';
import type { Clock } from '../clock.ts';
import { errorText } from '../errors.ts';
import type { Log } from '../log.ts';

/**
 * One job that looks for rows and handles them: what it is called, when it looks (cron, UTC), what it does. `stopping`
 * is aborted when the program stops: what is under way is finished, and nothing new taken up.
 */
export type PollerSpec = { name: string; cron: string; run: (stopping: AbortSignal) => Promise<void> };

export type Poller = {
  name: string;
  /** The last run that ended well, and the error of the last one that did not. */
  lastTick: Date | null;
  lastError: string | null;
  /** Looks for rows now; a run that is under way is followed by one more, never overlapped. */
  tick(): Promise<void>;
  /** Runs on its cron expression (UTC: people's own hours are decided by the rows) and once at once. */
  start(): void;
  /** No new run starts; resolves when the one under way has ended. */
  stop(): Promise<void>;
};

/** A poller that never overlaps itself and whose failure is logged, not thrown. */
export function createPoller(spec: PollerSpec, { clock, log }: { clock: Clock; log: Log }): Poller {
  let running: Promise<void> | null = null;
  let again = false;
  const stopping = new AbortController();
  let task: ScheduledTask | null = null;

  async function runOnce() {
    try {
      await spec.run(stopping.signal);
      poller.lastTick = clock.now();
      poller.lastError = null;
    } catch (error) {
      poller.lastError = errorText(error);
      log.error(
        { poller: spec.name, error: poller.lastError },
        'a poller failed; it tries again at its next tick',
      );
    }
  }

  async function runUntilQuiet() {
    do {
      again = false;
      await runOnce();
    } while (again && !stopping.signal.aborted);
    running = null;
  }

  const poller: Poller = {
    name: spec.name,
    lastTick: null,
    lastError: null,
    tick() {
      if (stopping.signal.aborted) return running ?? Promise.resolve();
      if (running) again = true;
      else running = runUntilQuiet();
      return running;
    },
    start() {
      task = cron.schedule(spec.cron, () => poller.tick(), { name: spec.name, timezone: 'UTC' });
      void poller.tick();
    },
    async stop() {
      stopping.abort();
      await task?.destroy();
      await running;
    },
  };
  return poller;
}
