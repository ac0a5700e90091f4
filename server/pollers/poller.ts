import { setMaxListeners } from 'node:events';
import cron, { type ScheduledTask } from 'node-cron';
import type { Clock } from '../clock.ts';
import { errorText } from '../errors.ts';
import type { Log } from '../log.ts';
import { newTraceId, withTrace } from '../trace.ts';
import { createAlarm } from './alarm.ts';

/**
 * One job that looks for rows and handles them: what it is called, when it looks (cron, UTC), what it does. `stopping`
 * is aborted when the program stops: what is under way is finished, and nothing new taken up.
 */
export type PollerSpec = {
  name: string;
  cron: string;
  run: (stopping: AbortSignal) => Promise<void>;
  /** Milliseconds until the next look is wanted, null for none; asked after each run and when `rearm` is called. */
  nextIn?: () => Promise<number | null>;
  /** Resolves when what the runs have started has ended. */
  idle?: () => Promise<void>;
};

export type Poller = {
  name: string;
  /** The last run that ended well, and the error of the last one that did not. */
  lastTick: Date | null;
  lastError: string | null;
  /** Looks for rows now; a run that is under way is followed by one more, never overlapped. */
  tick(): Promise<void>;
  /** The rows have changed: looks when the next of them wants it. */
  rearm(): void;
  /** Resolves when what was started has ended. */
  idle(): Promise<void>;
  /** Runs on its cron expression (UTC: people's own hours are decided by the rows) and once at once. */
  start(): void;
  /** No new run starts; resolves when the one under way, and what it has started, has ended. */
  stop(): Promise<void>;
};

/** A poller that never overlaps itself and whose failure is logged, not thrown. */
export function createPoller(spec: PollerSpec, { clock, log }: { clock: Clock; log: Log }): Poller {
  let running: Promise<void> | null = null;
  let again = false;
  const stopping = new AbortController();
  // Every message that waits for its turn listens.
  setMaxListeners(0, stopping.signal);
  let task: ScheduledTask | null = null;
  const alarm = spec.nextIn
    ? createAlarm({ nextIn: spec.nextIn, ring: () => void poller.tick(), log })
    : null;

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
      await withTrace(newTraceId(), runOnce);
    } while (again && !stopping.signal.aborted);
    running = null;
    poller.rearm();
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
    rearm() {
      if (task && !stopping.signal.aborted) alarm?.arm();
    },
    idle: async () => spec.idle?.(),
    start() {
      task = cron.schedule(spec.cron, () => poller.tick(), { name: spec.name, timezone: 'UTC' });
      void poller.tick();
    },
    async stop() {
      stopping.abort();
      alarm?.stop();
      await task?.destroy();
      await running;
      await spec.idle?.();
    },
  };
  return poller;
}
