import { claimPlanRequest, getNextClaimAt } from '../plans/requests.ts';
import { workOn } from './answer-request.ts';
import type { PollerDeps } from './index.ts';

/** Requests one instance works on at once: a provider that is slow for one does not hold up everybody. */
const atOnce = 3;
/** What is due and still not claimed is somebody else's: no reason to look again in the same moment. */
const shortestMs = 1000;

export type Drafting = {
  /** Claims and starts what was asked for; resolves when nothing is left to claim, or as many as can be are under way. */
  run(stopping: AbortSignal): Promise<void>;
  /** Milliseconds until there may be something to claim; null when nothing was asked for. */
  nextIn(): Promise<number | null>;
  /** Resolves when everything that was started has ended. */
  idle(): Promise<void>;
};

/** Answers every request for a plan, a review or another draft; one that fails does not stop the others. */
export function createDrafting(deps: PollerDeps, { graceMs = 3000 } = {}): Drafting {
  const { db, clock } = deps;
  const underWay = new Set<Promise<void>>();
  let taken = 0;

  async function run(stopping: AbortSignal): Promise<void> {
    while (!stopping.aborted && taken < atOnce) {
      taken += 1;
      const asked = await claimPlanRequest(db, clock.now()).catch((error) => {
        taken -= 1;
        throw error;
      });
      if (!asked) {
        taken -= 1;
        return;
      }
      const work = workOn(deps, asked, { stopping, graceMs })
        .finally(() => {
          taken -= 1;
        })
        .then(() => run(stopping))
        // The database is away: the next tick looks again.
        .catch(() => undefined)
        .finally(() => underWay.delete(work));
      underWay.add(work);
    }
  }

  async function nextIn(): Promise<number | null> {
    const next = taken < atOnce ? await getNextClaimAt(db) : null;
    return next && Math.max(shortestMs, next.getTime() - clock.now().getTime());
  }

  async function idle(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay);
  }
  return { run, nextIn, idle };
}
