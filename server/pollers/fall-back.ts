import { draftAfterFailure } from '../plans/drafter.ts';
import { savePlan } from '../plans/mutations.ts';
import { type ClaimedRequest, getLeadFacts, keepClaim } from '../plans/requests.ts';
import type { PollerDeps } from './index.ts';

/**
 * Something of ours failed as often as it may: the plan comes from the template that fits, and says so.
 * @returns whether a plan was saved; false when the request is another worker's by now, or was stopped
 */
export async function fallBack({ db, clock }: PollerDeps, asked: ClaimedRequest): Promise<boolean> {
  const { id: requestId, leadId } = asked;
  if (!(await keepClaim(db, asked, clock.now()))) return false;
  const facts = await getLeadFacts(db, asked);
  if (!facts) return false;
  return savePlan(db, { leadId, requestId, plan: await draftAfterFailure(db, facts), now: clock.now() });
}
