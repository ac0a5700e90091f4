import { type ClaimedBriefing, claimBriefings, returnBriefing } from '../briefings/claim.ts';
import { rememberMessage } from '../chat-messages/mutations.ts';
import { errorText } from '../errors.ts';
import { briefingCard } from '../telegram/briefing-card.ts';
import { sendCard } from '../telegram/send.ts';
import { getBriefing } from '../views/briefing.ts';
import { listBriefingSteps } from '../views/briefing-steps.ts';
import { heed, mayBeRepeated } from './heed.ts';
import { inBatches } from './in-batches.ts';
import type { PollerDeps } from './index.ts';
import { waitForTurn } from './wait-for-turn.ts';

/**
 * Sends every briefing whose time has come, each once, at the pace all messages keep. One that for sure was not
 * delivered comes again with the next look, within its two hours.
 */
export async function sendBriefings(deps: PollerDeps, stopping: AbortSignal): Promise<void> {
  const broken: ClaimedBriefing[] = [];
  try {
    await inBatches(
      stopping,
      (limit) => claimBriefings(deps.db, deps.clock.now(), limit),
      (one) => sendSafely(deps, one, { stopping, broken }),
    );
  } finally {
    // Only now: what a bug of ours is in the way of must not come up again and again before all others.
    for (const one of broken) await returnBriefing(deps.db, one);
  }
}

type Outcome = 'next' | 'stop';

async function sendSafely(
  deps: PollerDeps,
  briefing: ClaimedBriefing,
  { stopping, broken }: { stopping: AbortSignal; broken: ClaimedBriefing[] },
): Promise<Outcome> {
  const tried = { left: false };
  try {
    return await send(deps, briefing, { stopping, tried });
  } catch (error) {
    const { user, kind } = briefing;
    deps.meter.failed('bug');
    deps.log.error({ userId: user.id, kind, error: errorText(error) }, 'a briefing could not be sent');
    if (!tried.left) broken.push(briefing);
    return 'next';
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
  if (sent.verdict !== 'sent') {
    await heed(deps, sent, { userId: user.id, what: 'a briefing' });
    return mayBeRepeated(sent) ? giveBack(deps, briefing) : 'next';
  }
  meter.sent('briefing', 0, 0);
  const message = { userId: user.id, chatId: user.chatId, messageId: sent.messageId };
  const about = { kind: 'briefing', briefing: kind, leadId: null, stepId: null, stepIds } as const;
  await rememberMessage(db, { ...message, ...about, now });
  wake.notify('chat-refresh');
  return 'next';
}

async function giveBack({ db }: PollerDeps, briefing: ClaimedBriefing): Promise<Outcome> {
  await returnBriefing(db, briefing);
  return 'stop';
}
