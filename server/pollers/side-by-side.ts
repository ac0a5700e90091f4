import type { Clock } from '../clock.ts';
import { type ClaimedWork, holdClaim } from './hold-claim.ts';

/** What is due and still not claimed is somebody else's: no reason to look again in the same moment. */
const shortestMs = 1000;

export type SideBySide = {
  /** Claims and starts what waits; resolves when nothing is left to claim, or as many as can be are under way. */
  run(stopping: AbortSignal): Promise<void>;
  /** Milliseconds until there may be something to claim; null when nothing waits. */
  nextIn(): Promise<number | null>;
  /** Resolves when everything that was started has ended. */
  idle(): Promise<void>;
};

/**
 * Works on up to `limit` rows at once, so that a provider that is slow for one person does not hold up everybody.
 * `graceMs`: how long work under way is waited for when the program stops (hold-claim.ts).
 * @param work must deal with its own failures
 */
export function sideBySide<Row>(
  { clock, limit, graceMs = 3000 }: { clock: Clock; limit: number; graceMs?: number },
  {
    claim,
    nextAt,
    ...work
  }: { claim(now: Date): Promise<Row | null>; nextAt(): Promise<Date | null> } & ClaimedWork<Row>,
): SideBySide {
  const underWay = new Set<Promise<void>>();
  let taken = 0;

  async function run(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted && taken < limit) {
      taken += 1;
      const row = await claim(clock.now()).catch((error) => {
        taken -= 1;
        throw error;
      });
      if (!row) {
        taken -= 1;
        return;
      }
      const task: Promise<void> = holdClaim(row, work, { clock, stopping, graceMs })
        .finally(() => {
          taken -= 1;
        })
        .then(() => run(stopping))
        // The database is away: the next look finds what is left.
        .catch(() => undefined)
        .finally(() => underWay.delete(task));
      underWay.add(task);
    }
  }

  async function nextIn(): Promise<number | null> {
    const next = taken < limit ? await nextAt() : null;
    return next && Math.max(shortestMs, next.getTime() - clock.now().getTime());
  }

  async function idle(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
  }
  return { run, nextIn, idle };
}
