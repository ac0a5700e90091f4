import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { errorText } from '../errors.ts';
import type { NoAnswer } from '../model/port.ts';
import type { Stage } from '../plans/draft.ts';
import { savePlan } from '../plans/mutations.ts';
import { proposeChanges } from '../plans/proposals/propose.ts';
import * as requests from '../plans/requests.ts';
import { rewriteDraft } from '../plans/writing/rewrite-draft.ts';
import type { PollerDeps } from './index.ts';

/** Well within the lease of a minute. */
const beatMs = 20_000;

/**
 * Works on one claimed request until it is answered, postponed or given up. When the program stops, a slow provider is
 * waited for `graceMs` and no longer: whoever comes next asks again.
 */
export async function workOn(
  deps: PollerDeps,
  asked: requests.ClaimedRequest,
  { stopping, graceMs }: { stopping: AbortSignal; graceMs: number },
): Promise<void> {
  const { db, clock, wake } = deps;
  const ended = new AbortController();
  const beat = setInterval(() => {
    requests.keepClaim(db, asked, clock.now()).catch(() => undefined);
  }, beatMs);
  try {
    const answered = tryOnce(deps, asked, stopping).then(() => true);
    const isAnswered = await Promise.race([answered, outOfTime(stopping, { graceMs, ended: ended.signal })]);
    if (!isAnswered) await requests.releaseRequest(db, asked);
  } finally {
    clearInterval(beat);
    ended.abort();
    wake.notify('chat-refresh', 'reminders');
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

async function tryOnce(
  deps: PollerDeps,
  asked: requests.ClaimedRequest,
  stopping: AbortSignal,
): Promise<void> {
  const { db, clock, log } = deps;
  const { leadId, kind } = asked;
  try {
    const result = await answer(deps, asked);
    if (result.ok) {
      const { contradictions } = result;
      if (contradictions)
        log.info({ leadId, kind, contradictions }, 'days and words of a timing disagree: the days count');
      return;
    }
    const until = requests.retryAt(asked, result, clock.now());
    const { cause } = result;
    if (until) await requests.postponeRequest(db, asked, { cause, until });
    else await requests.giveUpRequest(db, asked, cause);
  } catch (error) {
    // What is not finished in time loses its database, which is no news.
    if (!stopping.aborted)
      log.error({ leadId, kind, error: errorText(error) }, 'a plan could not be drafted');
    await requests.failPlanRequest(db, asked, errorText(error));
  }
}

/** `contradictions`: in how many steps days and words said different things. */
type Result = { ok: true; contradictions?: number } | NoAnswer;

function answer(deps: PollerDeps, asked: requests.ClaimedRequest): Promise<Result> {
  const { db, clock, model, wake } = deps;
  const onStage = async (stage: Stage) => {
    await requests.setStage(db, asked, stage);
    wake.notify('chat-refresh');
  };
  if (asked.kind === 'plan') return draftPlan(deps, asked, onStage);
  const tools = { db, now: clock.now(), model, onStage };
  return asked.kind === 'review' ? proposeChanges(tools, asked) : rewriteDraft(tools, asked);
}

async function draftPlan(
  { db, clock, drafter }: PollerDeps,
  asked: requests.ClaimedRequest,
  onStage: (stage: Stage) => Promise<void>,
): Promise<Result> {
  const { id: requestId, leadId } = asked;
  const facts = await requests.getLeadFacts(db, asked);
  if (!facts) return { ok: true };
  const mayWait = (reply: NoAnswer) => requests.retryAt(asked, reply, clock.now()) !== null;
  const plan = await drafter(facts, { db, now: clock.now(), onStage, mayWait });
  if ('ok' in plan) return plan;
  await savePlan(db, { leadId, requestId, plan, now: clock.now() });
  return { ok: true, contradictions: plan.report?.timings.contradicting };
}
