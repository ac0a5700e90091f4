import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../clock.ts';

/** Well within the lease of a minute that claims have. */
const beatMs = 20_000;

export type ClaimedWork<Row> = {
  /** Its worker lives and is still at it. */
  keep(row: Row, now: Date): Promise<unknown>;
  /** Its worker stops before it is done: whoever comes next takes it up. */
  release(row: Row): Promise<unknown>;
  work(row: Row, stopping: AbortSignal): Promise<void>;
};

/**
 * Works on one claimed row, and keeps the claim for as long as that takes. When the program stops, a slow provider is
 * waited for `graceMs` and no longer: the row is given back.
 */
export async function holdClaim<Row>(
  row: Row,
  { keep, release, work }: ClaimedWork<Row>,
  { clock, stopping, graceMs }: { clock: Clock; stopping: AbortSignal; graceMs: number },
): Promise<void> {
  const ended = new AbortController();
  const beat = setInterval(() => {
    keep(row, clock.now()).catch(() => undefined);
  }, beatMs);
  try {
    const done = work(row, stopping).then(() => true);
    const isDone = await Promise.race([done, outOfTime(stopping, { graceMs, ended: ended.signal })]);
    if (!isDone) await release(row);
  } finally {
    clearInterval(beat);
    ended.abort();
  }
}

/** False, a moment after the program was told to stop, or when the work has ended. */
async function outOfTime(
  stopping: AbortSignal,
  { graceMs, ended }: { graceMs: number; ended: AbortSignal },
): Promise<boolean> {
  try {
    if (!stopping.aborted) await once(stopping, 'abort', { signal: ended });
    await pause(graceMs, undefined, { signal: ended });
  } catch {
    // It ended in time.
  }
  return false;
}
