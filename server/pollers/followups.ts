import { rememberMessage } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { errorText } from '../errors.ts';
import { claimNudges, releaseNudges } from '../followups/mutations.ts';
import { listStaleLeads, type StaleLeads } from '../followups/queries.ts';
import type { Card } from '../telegram/card.ts';
import { followupCard, followupListCard } from '../telegram/followup-card.ts';
import { sendCard } from '../telegram/send.ts';
import { personTime } from '../time/person.ts';
import { inZone } from '../time/wall-time.ts';
import { isInWindow } from '../time/working-time.ts';
import { heed } from './heed.ts';
import type { PollerDeps } from './index.ts';
import { waitForTurn } from './wait-for-turn.ts';

/** More leads than this at once become one list. */
const maxSingleNudges = 3;

/**
 * Nudges people about leads that went quiet, inside their working window only; the others wait for a later sweep. When
 * Telegram asks to wait, the sweep waits with it; a long pause or a refused token ends it: the next one goes on.
 */
export async function sendFollowups(deps: PollerDeps, stopping: AbortSignal): Promise<void> {
  const { db, clock, log } = deps;
  const now = clock.now();
  for (const stale of await listStaleLeads(db, now)) {
    if (stopping.aborted) return;
    const person = personTime(stale.user);
    if (!isInWindow(inZone(now, person.timeZone), person)) continue;
    const outcome = await nudge(deps, stale, stopping).catch((error) => {
      log.error({ userId: stale.user.id, error: errorText(error) }, 'a person could not be nudged');
      return 'next person' as const;
    });
    if (outcome === 'stop') return;
  }
}

type Nudge = StaleLeads & { card: Card; stopping: AbortSignal };
type Outcome = 'sent' | 'next person' | 'stop';

async function nudge(deps: PollerDeps, { user, leads }: StaleLeads, stopping: AbortSignal): Promise<Outcome> {
  const now = deps.clock.now();
  if (leads.length > maxSingleNudges) {
    return send(deps, { user, leads, card: followupListCard(leads, now, deps.appUrl), stopping });
  }
  for (const lead of leads) {
    const card = followupCard(lead, now, deps.appUrl);
    const outcome = await send(deps, { user, leads: [lead], card, stopping });
    if (outcome !== 'sent') return outcome;
  }
  return 'sent';
}

/** Nothing is sent about a lead that was worked on, or that another instance has nudged about, meanwhile. */
async function send(deps: PollerDeps, { user, leads, card, stopping }: Nudge): Promise<Outcome> {
  const { db, api, clock, log, meter } = deps;
  if (!(await waitForTurn(deps, user.id, stopping))) return 'stop';
  const now = clock.now();
  const ids = leads.map((lead) => lead.id);
  const won = await claimNudges(db, ids, now);
  if (won.length < ids.length) {
    await releaseNudges(db, won, now);
    return 'next person';
  }
  const sent = await sendCard(api, user.chatId, card, log);
  if (sent.verdict === 'sent') {
    meter.sent('nudge', 0, 0);
    await rememberNudge(db, user, ids, sent.messageId, now);
    return 'sent';
  }
  await heed(deps, sent, { userId: user.id, what: 'a nudge' });
  // Nobody knows whether an unconfirmed one arrived: it is not repeated.
  if (sent.verdict !== 'unconfirmed') await releaseNudges(db, ids, now);
  return sent.verdict === 'unauthorized' ? 'stop' : 'next person';
}

/** A reply to a nudge about one lead is a note to it; a list is about nobody in particular. */
async function rememberNudge(
  db: Db,
  user: StaleLeads['user'],
  leadIds: string[],
  messageId: number,
  now: Date,
): Promise<void> {
  const [leadId, ...more] = leadIds;
  if (!leadId || more.length > 0) return;
  const message = { userId: user.id, chatId: user.chatId, messageId };
  await rememberMessage(db, { ...message, kind: 'nudge', leadId, stepId: null, now });
}
