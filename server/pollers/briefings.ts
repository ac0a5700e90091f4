import { type ClaimedBriefing, claimBriefings, returnBriefing } from '../briefings/claim.ts';
import { rememberMessage } from '../chat-messages/mutations.ts';
import { errorText } from '../errors.ts';
import { closeGate } from '../reminders/gate.ts';
import { holdPerson } from '../reminders/settle.ts';
import { briefingCard } from '../telegram/briefing-card.ts';
import { type Sent, sendCard } from '../telegram/send.ts';
import { getBriefing } from '../views/briefing.ts';
import { listBriefingSteps } from '../views/briefing-steps.ts';
import type { PollerDeps } from './index.ts';
import { waitForTurn } from './wait-for-turn.ts';

/** Messages under way at once. */
const batch = 20;

/**
 * Sends every briefing whose time has come, each once, at the pace all messages keep. One that for sure was not
 * delivered comes again with the next look, within its two hours.
 */
export async function sendBriefings(deps: PollerDeps, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const { looked, claimed } = await claimBriefings(deps.db, deps.clock.now(), batch);
    const sent = await Promise.all(claimed.map((one) => sendSafely(deps, one, stopping)));
    if (looked < batch || sent.includes('stop')) return;
  }
}

type Outcome = 'next' | 'stop';

async function sendSafely(
  deps: PollerDeps,
  briefing: ClaimedBriefing,
  stopping: AbortSignal,
): Promise<Outcome> {
  const tried = { left: false };
  try {
    return await send(deps, briefing, { stopping, tried });
  } catch (error) {
    const { user, kind } = briefing;
    deps.meter.failed('bug');
    deps.log.error({ userId: user.id, kind, error: errorText(error) }, 'a briefing could not be sent');
    return tried.left ? 'next' : giveBack(deps, briefing);
  }
}

/** `tried.left` is set once the message may have left: from then on it is not repeated. */
async function send(
  deps: PollerDeps,
  briefing: ClaimedBriefing,
  { stopping, tried }: { stopping: AbortSignal; tried: { left: boolean } },
): Promise<Outcome> {
  const { db, api, clock, log, meter, appUrl, wake } = deps;
  const { user, kind } = briefing;
  const stepIds = await listBriefingSteps(db, user, kind, clock.now());
  if (stepIds.length === 0) return 'next';
  if (!(await waitForTurn(deps, user.id, stopping))) return giveBack(deps, briefing);
  const now = clock.now();
  const view = await getBriefing(db, user, { kind, stepIds, at: now }, now);
  const card = briefingCard(view, appUrl);
  tried.left = true;
  const sent = await sendCard(api, user.chatId, card, log);
  if (sent.verdict !== 'sent') return notSent(deps, briefing, sent);
  meter.sent('briefing', 0, 0);
  const message = { userId: user.id, chatId: user.chatId, messageId: sent.messageId };
  const about = { kind: 'briefing', briefing: kind, leadId: null, stepId: null, stepIds } as const;
  await rememberMessage(db, { ...message, ...about, now });
  wake.notify('chat-refresh');
  return 'next';
}

async function notSent(
  deps: PollerDeps,
  briefing: ClaimedBriefing,
  sent: Exclude<Sent, { verdict: 'sent' }>,
): Promise<Outcome> {
  const { db, clock, log, meter } = deps;
  const userId = briefing.user.id;
  meter.failed(sent.verdict);
  log.warn({ userId, verdict: sent.verdict, reason: sent.reason }, 'a briefing was not sent');
  if (sent.verdict === 'unreachable') await holdPerson(db, userId, clock.now());
  if (sent.verdict === 'wait') await closeGate(db, sent.seconds * 1000);
  // Nobody knows whether an unconfirmed one arrived: it is not repeated.
  return ['wait', 'retry', 'unauthorized'].includes(sent.verdict) ? giveBack(deps, briefing) : 'next';
}

async function giveBack({ db }: PollerDeps, briefing: ClaimedBriefing): Promise<Outcome> {
  await returnBriefing(db, briefing);
  return 'stop';
}
