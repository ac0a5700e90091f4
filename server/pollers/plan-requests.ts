import {
  type ClaimedRequest,
  claimPlanRequest,
  getNextClaimAt,
  keepClaim,
  releaseRequest,
} from '../plans/requests.ts';
import { answerRequest } from './answer-request.ts';
import type { PollerDeps } from './index.ts';
import { sideBySide } from './side-by-side.ts';

/** Requests one instance works on at once. */
const atOnce = 3;

/** Answers every request for a plan, a review or another draft; one that fails does not stop the others. */
export const createDrafting = (deps: PollerDeps, { graceMs }: { graceMs?: number } = {}) =>
  sideBySide<ClaimedRequest>(
    { clock: deps.clock, limit: atOnce, graceMs },
    {
      claim: (now) => claimPlanRequest(deps.db, now),
      nextAt: () => getNextClaimAt(deps.db),
      keep: (asked, now) => keepClaim(deps.db, asked, now),
      release: async (asked) => {
        await releaseRequest(deps.db, asked);
        deps.wake.notify('reminders');
      },
      work: (asked, stopping) => answerRequest(deps, asked, stopping),
    },
  );
