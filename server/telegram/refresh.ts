import type { Api } from 'grammy';
import { getUser, type User } from '../auth/users.ts';
import { markShown, shownPlace } from '../chat-messages/mutations.ts';
import { type ChatMessage, listStaleMessages, tellsOfUnconfirmed } from '../chat-messages/queries.ts';
import type { Db } from '../db/client.ts';
import { errorText } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Model } from '../model/port.ts';
import { judge } from '../reminders/verdict.ts';
import { getBriefing } from '../views/briefing.ts';
import { getCaptureView } from '../views/capture.ts';
import { getLeadDetail } from '../views/lead-detail.ts';
import { getProposalView } from '../views/proposal.ts';
import { getStepCard, listStepCards } from '../views/step-card.ts';
import { briefingCard } from './briefing-card.ts';
import { captureCard } from './capture-card.ts';
import { type AppUrl, type Card, plainCard, toPayload } from './card.ts';
import { digestCard } from './digest-card.ts';
import { isSettledEdit, readFailure } from './failure.ts';
import { planCard } from './plan-card.ts';
import { proposalCard } from './proposal-card.ts';
import { reminderCard } from './reminder-card.ts';
import { say } from './say.ts';

const batch = 50;

/**
 * Edits every message in the chats whose lead or step changed since it was drawn. A message that Telegram will never
 * let us edit counts as shown; after a failure that time may mend, it stays stale for the next run.
 */
export async function refreshMessages(deps: {
  db: Db;
  api: Api;
  log: Log;
  appUrl: AppUrl;
  model: Pick<Model, 'name'>;
  now: Date;
}): Promise<void> {
  const { db, log } = deps;
  for (const message of await listStaleMessages(db, batch)) {
    const outcome = await refreshMessage(deps, message).catch((error) => {
      log.error(
        { messageId: message.messageId, error: errorText(error) },
        'a message could not be refreshed',
      );
      return 'shown' as const;
    });
    if (outcome === 'stop') return;
    if (outcome === 'shown') await markShown(db, message);
  }
}

type Deps = Parameters<typeof refreshMessages>[0];

async function refreshMessage(deps: Deps, message: ChatMessage): Promise<'shown' | 'later' | 'stop'> {
  const card = await draw(deps, message);
  if (!card) return 'shown';
  const { text, ...other } = toPayload(card);
  try {
    await deps.api.editMessageText(message.chatId, message.messageId, text, other);
    return 'shown';
  } catch (error) {
    if (isSettledEdit(error)) return 'shown';
    const failure = readFailure(error);
    if (!failure) throw error;
    const { verdict } = judge(failure);
    if (verdict === 'wait' || verdict === 'unauthorized') return 'stop';
    return verdict === 'unreachable' || verdict === 'rejected' ? 'shown' : 'later';
  }
}

/** The message as it should be now; null when it may stay as it is. */
async function draw(deps: Deps, message: ChatMessage): Promise<Card | null> {
  const { db, now, appUrl } = deps;
  const user = await getUser(db, message.userId);
  if (!user) return null;
  // Telegram edits no message that opens a reply.
  if (message.kind === 'question') return null;
  if (message.kind === 'digest') return drawDigest(deps, message);
  if (message.briefing) {
    const composed = { kind: message.briefing, stepIds: message.stepIds ?? [], at: message.sentAt };
    return briefingCard(await getBriefing(db, user, composed, now), appUrl);
  }
  if (message.kind === 'capture') return drawCapture(deps, message, user);
  if (!message.leadId) return plainCard(say('lead.deleted'));
  if (message.kind === 'nudge') return null;
  if (message.kind === 'proposal') return drawProposal(deps, message, user);
  if (message.kind === 'plan') {
    const lead = await getLeadDetail(db, user, message.leadId, now);
    return lead && planCard(lead, appUrl);
  }
  const step = message.stepId && (await getStepCard(db, user, message.stepId, now));
  if (!step) return plainCard(say('reminder.gone'));
  return reminderCard(step, appUrl, deps.model.name !== null);
}

async function drawProposal(
  { db, now, appUrl }: Deps,
  { proposalId }: ChatMessage,
  user: User,
): Promise<Card> {
  const view = proposalId && (await getProposalView(db, user, proposalId, now));
  return view ? proposalCard(view, appUrl) : plainCard(say('proposal.deleted'));
}

async function drawCapture({ db, now, appUrl }: Deps, message: ChatMessage, user: User): Promise<Card> {
  const view = message.captureId && (await getCaptureView(db, user, message.captureId, now));
  return view ? captureCard(view, appUrl, shownPlace(message)) : plainCard(say('capture.gone'));
}

async function drawDigest({ db, now, appUrl }: Deps, message: ChatMessage): Promise<Card> {
  const stepIds = message.stepIds ?? [];
  const cards = await listStepCards(db, stepIds, now);
  const intro = (await tellsOfUnconfirmed(db, message)) ? 'unconfirmed' : 'due';
  return digestCard(
    stepIds.map((id) => cards.get(id) ?? null),
    intro,
    appUrl,
  );
}
