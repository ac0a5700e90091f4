import { errorText } from '../errors.ts';
import type { NoAnswer } from '../model/port.ts';
import type { Stage } from '../plans/draft.ts';
import { savePlan } from '../plans/mutations.ts';
import { proposeChanges } from '../plans/proposals/propose.ts';
import * as requests from '../plans/requests.ts';
import { keptCause } from '../plans/writing/no-answer.ts';
import { rewriteDraft } from '../plans/writing/rewrite-draft.ts';
import { fallBack } from './fall-back.ts';
import type { PollerDeps } from './index.ts';

/**
 * Works on one claimed request until it is answered, postponed or given up. A plan that cannot be drafted for a reason of
 * ours comes from a template in the end.
 */
export async function answerRequest(
  deps: PollerDeps,
  asked: requests.ClaimedRequest,
  stopping: AbortSignal,
): Promise<void> {
  try {
    if (asked.isLastResort) await fallBack(deps, asked);
    else await conclude(deps, asked, await answer(deps, asked));
  } catch (error) {
    // What is not finished in time loses its database, which is no news.
    if (!stopping.aborted) report(deps, asked, error);
    await fail(deps, asked, error);
  } finally {
    deps.wake.notify('chat-refresh', 'reminders');
  }
}

/**
 * `contradictions`: in how many steps days and words said different things. `until`: when to ask the provider again; null
 * when that is no use, or not in time.
 */
type Result = { ok: true; contradictions?: number } | { ok: false; cause: string; until: Date | null };

async function conclude(
  { db, log }: PollerDeps,
  asked: requests.ClaimedRequest,
  result: Result,
): Promise<void> {
  const { leadId, kind } = asked;
  if (result.ok) {
    const { contradictions } = result;
    if (contradictions)
      log.info({ leadId, kind, contradictions }, 'days and words of a timing disagree: the days count');
    return;
  }
  const { cause, until } = result;
  if (until) await requests.postponeRequest(db, asked, { cause, until });
  else await requests.giveUpRequest(db, asked, cause);
}

async function fail(deps: PollerDeps, asked: requests.ClaimedRequest, error: unknown): Promise<void> {
  const { db, clock } = deps;
  if (asked.kind === 'plan' && requests.isLastTry(asked) && !asked.isLastResort) {
    const isSaved = await fallBack(deps, asked).catch((another) => report(deps, asked, another));
    if (isSaved) return;
  }
  await requests.failPlanRequest(db, asked, { cause: errorText(error), now: clock.now() });
}

function report({ log }: PollerDeps, { leadId, kind }: requests.ClaimedRequest, error: unknown): void {
  log.error({ leadId, kind, error: errorText(error) }, 'a plan could not be drafted');
}

async function answer(deps: PollerDeps, asked: requests.ClaimedRequest): Promise<Result> {
  const { db, clock, model, wake } = deps;
  if (await requests.dropWhenClosed(db, asked)) return { ok: true };
  const onStage = async (stage: Stage) => {
    await requests.setStage(db, asked, stage);
    wake.notify('chat-refresh');
  };
  if (asked.kind === 'plan') return draftPlan(deps, asked, onStage);
  const tools = { db, now: clock.now(), model, onStage };
  const result = await (asked.kind === 'review' ? proposeChanges(tools, asked) : rewriteDraft(tools, asked));
  return result.ok
    ? result
    : { ok: false, cause: keptCause(result), until: requests.retryAt(asked, result, clock.now()) };
}

async function draftPlan(
  { db, clock, drafter }: PollerDeps,
  asked: requests.ClaimedRequest,
  onStage: (stage: Stage) => Promise<void>,
): Promise<Result> {
  const { id: requestId, leadId } = asked;
  const facts = await requests.getLeadFacts(db, asked);
  if (!facts) return { ok: true };
  let until: Date | null = null;
  // Decided once: a moment later it may be another answer.
  const mayWait = (reply: NoAnswer) => {
    until = requests.retryAt(asked, reply, clock.now());
    return until !== null;
  };
  const plan = await drafter(facts, { db, now: clock.now(), onStage, mayWait });
  if ('ok' in plan) return { ok: false, cause: keptCause(plan), until };
  await savePlan(db, { leadId, requestId, plan, now: clock.now() });
  return { ok: true, contradictions: plan.report?.timings.contradicting };
}
