import { personTime } from '../auth/users.ts';
import { rememberMessage } from '../chat-messages/mutations.ts';
import { errorText } from '../errors.ts';
import { claimNudges, releaseNudges } from '../followups/mutations.ts';
import { listStaleLeads, type StaleLeads } from '../followups/queries.ts';
import { holdPerson } from '../reminders/settle.ts';
import type { Card } from '../telegram/card.ts';
import { followupCard, followupListCard } from '../telegram/followup-card.ts';
import { sendCard } from '../telegram/send.ts';
import { inZone } from '../time/wall-time.ts';
import { isInWindow } from '../time/working-time.ts';
import type { PollerDeps } from './index.ts';

/** More leads than this at once become one list. */
const maxSingleNudges = 3;

/** Nudges people about leads that went quiet, inside their working window only; the others wait for a later sweep. */
export async function sendFollowups(deps: PollerDeps): Promise<void> {
  const { db, clock, log } = deps;
  const now = clock.now();
  for (const stale of await listStaleLeads(db, now)) {
    const person = personTime(stale.user);
    if (!isInWindow(inZone(now, person.timeZone), person)) continue;
    await nudge(deps, stale, now).catch((error) =>
      log.error({ userId: stale.user.id, error: errorText(error) }, 'a person could not be nudged'),
    );
  }
}

async function nudge(deps: PollerDeps, { user, leads }: StaleLeads, now: Date): Promise<void> {
  const { db, appUrl } = deps;
  const ids = leads.map((lead) => lead.id);
  const won = new Set(await claimNudges(db, ids, now));
  const quiet = leads.filter((lead) => won.has(lead.id));
  if (quiet.length > maxSingleNudges) {
    await send(deps, user, followupListCard(quiet, now, appUrl), [...won], now);
    return;
  }
  for (const lead of quiet) await send(deps, user, followupCard(lead, now, appUrl), [lead.id], now);
}

async function send(
  { db, api, log }: PollerDeps,
  user: StaleLeads['user'],
  card: Card,
  leadIds: string[],
  now: Date,
): Promise<void> {
  const sent = await sendCard(api, user.chatId, card, log);
  if (sent.verdict === 'sent') {
    const [leadId, ...more] = leadIds;
    if (!leadId || more.length > 0) return;
    const message = { userId: user.id, chatId: user.chatId, messageId: sent.messageId };
    await rememberMessage(db, { ...message, kind: 'nudge', leadId, stepId: null, now });
    return;
  }
  log.warn({ userId: user.id, verdict: sent.verdict, reason: sent.reason }, 'a nudge was not sent');
  // Nobody knows whether an unconfirmed one arrived: it is not repeated.
  if (sent.verdict !== 'unconfirmed') await releaseNudges(db, leadIds);
  if (sent.verdict === 'unreachable') await holdPerson(db, user.id, now);
}
