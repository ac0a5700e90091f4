import { errorText } from '../errors.ts';
import { savePlan } from '../plans/mutations.ts';
import { type ClaimedRequest, claimPlanRequest, failPlanRequest, getLeadFacts } from '../plans/requests.ts';
import type { PollerDeps } from './index.ts';

/** Drafts every plan that was asked for; one that fails is tried again and does not stop the others. */
export async function draftPlans(deps: PollerDeps, stopping: AbortSignal): Promise<void> {
  const { db, clock, wake } = deps;
  while (!stopping.aborted) {
    const asked = await claimPlanRequest(db, clock.now());
    if (!asked) return;
    await draftOne(deps, asked);
    wake.notify('chat-refresh', 'reminders');
  }
}

async function draftOne({ db, clock, log, drafter }: PollerDeps, asked: ClaimedRequest): Promise<void> {
  try {
    const facts = await getLeadFacts(db, asked);
    if (!facts) return;
    const plan = await drafter(facts, { db, now: clock.now(), onStage: async () => {} });
    await savePlan(db, { leadId: asked.leadId, requestId: asked.id, plan, now: clock.now() });
  } catch (error) {
    log.error({ leadId: asked.leadId, error: errorText(error) }, 'a plan could not be drafted');
    await failPlanRequest(db, asked, errorText(error));
  }
}
