import { rememberMessage } from '../chat-messages/mutations.ts';
import { errorText } from '../errors.ts';
import { claimWakes, endWake, isStillClaimed, returnWake, type Wake } from '../leads/wake.ts';
import { previewResume } from '../plans/resume.ts';
import type { Card } from '../telegram/card.ts';
import { wakeCard } from '../telegram/resume-card.ts';
import { sendCard } from '../telegram/send.ts';
import { personTime } from '../time/person.ts';
import { getLeadCard } from '../views/leads.ts';
import { toMoveViews } from '../views/pause-view.ts';
import { heed, mayBeRepeated, type Unsent } from './heed.ts';
import { inBatches } from './in-batches.ts';
import type { PollerDeps } from './index.ts';
import { waitForTurn } from './wait-for-turn.ts';

/** A bug of ours is in the way: something may have been put right until then. */
const afterBugMs = 60 * 60_000;

/**
 * Tells people of resting leads that they wanted to hear of again, inside their window and never while they are away, at
 * the pace all messages keep. What nobody could confirm comes once more, and says so (leads/wake.ts). When Telegram asks
 * to wait or refuses the token, the rest waits for the next look.
 */
export function wakeLeads(deps: PollerDeps, stopping: AbortSignal): Promise<void> {
  return inBatches(
    stopping,
    (limit) => claimWakes(deps.db, deps.clock.now(), limit),
    (wake) => tellSafely(deps, wake, stopping),
  );
}

type Outcome = 'next' | 'stop';

/** Nobody knows whether it left: it comes once more, like one that nobody could confirm. */
async function tellSafely(deps: PollerDeps, wake: Wake, stopping: AbortSignal): Promise<Outcome> {
  try {
    return await tell(deps, wake, stopping);
  } catch (error) {
    report(deps, wake, error);
    return 'next';
  }
}

async function tell(deps: PollerDeps, wake: Wake, stopping: AbortSignal): Promise<Outcome> {
  const { db, api, clock, log, meter } = deps;
  const { user, leadId } = wake;
  if (!(await waitForTurn(deps, user.id, stopping))) {
    await returnWake(db, wake);
    return 'stop';
  }
  const card = await compose(deps, wake);
  if (!card) return 'next';
  const sent = await sendCard(api, user.chatId, card, log);
  if (sent.verdict !== 'sent') return notSent(deps, wake, sent);
  meter.sent('nudge', 0, 0);
  const message = { userId: user.id, chatId: user.chatId, messageId: sent.messageId };
  await db.transaction(async (tx) => {
    await endWake(tx, wake);
    await rememberMessage(tx, { ...message, kind: 'nudge', leadId, stepId: null, now: clock.now() });
  });
  return 'next';
}

/** Null when there is nothing to be told any more, or it cannot be drawn: then it comes again later. */
async function compose(deps: PollerDeps, wake: Wake): Promise<Card | null> {
  const { db, clock, appUrl } = deps;
  const { user, leadId } = wake;
  const now = clock.now();
  try {
    const lead = await getLeadCard(db, user, leadId, now);
    const preview = await previewResume(db, { userId: user.id, leadId, now });
    if (!lead?.pause || !preview || !(await isStillClaimed(db, wake))) return null;
    const moves = { ...preview, moves: toMoveViews(preview.moves, personTime(user), now) };
    return wakeCard({ lead, pause: lead.pause, moves, isRepeat: wake.isRepeat }, appUrl);
  } catch (error) {
    report(deps, wake, error);
    await returnWake(db, wake, afterBug(deps));
    return null;
  }
}

async function notSent(deps: PollerDeps, wake: Wake, sent: Unsent): Promise<Outcome> {
  await heed(deps, sent, { userId: wake.user.id, what: 'a wake-up' });
  if (sent.verdict === 'unconfirmed') return 'next';
  await returnWake(deps.db, wake, sent.verdict === 'rejected' ? afterBug(deps) : undefined);
  return mayBeRepeated(sent) ? 'stop' : 'next';
}

const afterBug = ({ clock }: PollerDeps) => new Date(clock.now().getTime() + afterBugMs);

function report({ log, meter }: PollerDeps, { user }: Wake, error: unknown): void {
  meter.failed('bug');
  log.error({ userId: user.id, error: errorText(error) }, 'a lead could not be woken');
}
