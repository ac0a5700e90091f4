import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const traces = new AsyncLocalStorage<string>();

/** A new correlation id: twelve random hex digits. Always ours; what a client sends along is not trusted. */
export function newTraceId(): string {
  return randomUUID().slice(-12);
}

/**
 * Runs `fn` and returns what it returns. Every log line that it writes, and that anything it awaits or starts writes,
 * carries `id` as "trace" (log.ts). An inner trace takes the place of an outer one.
 */
export function withTrace<T>(id: string, fn: () => T): T {
  return traces.run(id, fn);
}

/**
 * The id of what is being done right now; undefined outside of withTrace. Next.js bundles a copy of this module that
 * knows of none: code in app/ gets its id through the log of the runtime.
 */
export function currentTrace(): string | undefined {
  return traces.getStore();
}
