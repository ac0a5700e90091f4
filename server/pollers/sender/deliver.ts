import { errorText } from '../../errors.ts';
import type { ClaimedMessage, ClaimedReminder } from '../../reminders/claim.ts';
import { backoffMs, maxAttempts } from '../../reminders/delivery.ts';
import type { Outcome } from '../../reminders/settle.ts';
import type { Card } from '../../telegram/card.ts';
import { digestCard } from '../../telegram/digest-card.ts';
import { reminderCard } from '../../telegram/reminder-card.ts';
import { type Sent, sendCard } from '../../telegram/send.ts';
import type { StepCard } from '../../views/step-card.ts';
import type { PollerDeps } from '../index.ts';

/** What the steps look like, by their ids; read when the message was claimed. */
export type Cards = Map<string, StepCard>;

const notOpen = 'the step is not open any more';
const notDrawn = 'the step is gone, or could not be drawn';

/** A message that left, or did not: what is to be recorded, and what Telegram said. */
export type Delivery = { outcomes: Outcome[]; sent: Sent | { verdict: 'nothing' | 'bug' } };

/**
 * Sends one claimed message. Steps that are not open any more are left out; when none is left, nothing is sent. Never
 * throws: a bug is logged, and what it hit is tried again like any other failure.
 */
export async function deliver(deps: PollerDeps, message: ClaimedMessage, cards: Cards): Promise<Delivery> {
  const told = message.reminders.filter(({ stepId }) => isOpen(cards.get(stepId)));
  const untold = message.reminders.filter(({ stepId }) => !isOpen(cards.get(stepId)));
  const gone = untold.map((one) => failed(deps, message, one, cards.has(one.stepId) ? notOpen : notDrawn));
  if (told.length === 0) return { outcomes: gone, sent: { verdict: 'nothing' } };
  const open = { ...message, reminders: inOrder(told, cards) };
  try {
    const card = draw(open, cards, deps);
    const sent = await sendCard(deps.api, message.chatId, card, deps.log);
    return { outcomes: [...toOutcomes(deps, open, sent, cards), ...gone], sent };
  } catch (error) {
    const cause = errorText(error);
    deps.log.error(
      { reminderIds: told.map(({ id }) => id), error: cause },
      'a reminder could not be sent: a bug',
    );
    return {
      outcomes: [...told.map((one) => failed(deps, open, one, cause)), ...gone],
      sent: { verdict: 'bug' },
    };
  }
}

/** The message was claimed, but must not leave now: as if it had never been claimed. */
export function notTried(message: ClaimedMessage): Delivery {
  const cause = 'not sent yet: the sender has to wait or stops';
  return { outcomes: [{ message, event: 'return', cause, counted: false }], sent: { verdict: 'nothing' } };
}

/** Still to be reminded of: the person may have acted since it was claimed. */
const isOpen = (card?: StepCard) =>
  card?.step.status === 'open' && !card.closed && !card.paused && !card.step.snoozed;

/** As a person would list them: by date, then by name. */
function inOrder(reminders: ClaimedReminder[], cards: Cards): ClaimedReminder[] {
  const name = ({ stepId }: ClaimedReminder) => cards.get(stepId)?.lead.name ?? '';
  return reminders.toSorted(
    (a, b) => a.dueAt.getTime() - b.dueAt.getTime() || name(a).localeCompare(name(b)),
  );
}

function draw(message: ClaimedMessage, cards: Cards, { appUrl, model }: PollerDeps): Card {
  const shown = message.reminders.flatMap(({ stepId }) => cards.get(stepId) ?? []);
  const [only, ...more] = shown;
  if (only && more.length === 0) return reminderCard(only, appUrl, model.name !== null);
  return digestCard(shown, message.kind === 'catch-up' ? 'unconfirmed' : 'due', appUrl);
}

/** What Telegram's answer means for the reminders of the message (docs of reminders/verdict.ts). */
function toOutcomes(deps: PollerDeps, message: ClaimedMessage, sent: Sent, cards: Cards): Outcome[] {
  const { reminders } = message;
  if (sent.verdict === 'sent') {
    const versions = reminders.flatMap(({ stepId }) => cards.get(stepId)?.version ?? []);
    return [{ message, event: 'deliver', messageId: sent.messageId, versions }];
  }
  const cause = sent.reason;
  if (sent.verdict === 'rejected') return reminders.map((one) => failed(deps, message, one, cause));
  if (sent.verdict === 'unreachable') return [{ message, event: 'hold', cause }];
  if (sent.verdict !== 'unconfirmed') return [{ message, event: 'return', cause, counted: false }];
  // However often: a person has to hear of it once.
  const attempts = Math.max(...reminders.map(attempt));
  return [{ message, event: 'lose', cause, sendAt: nextTry(deps, attempts) }];
}

/** For sure not delivered, for a reason of its own: tried again later, but not without end. */
function failed(deps: PollerDeps, of: ClaimedMessage, reminder: ClaimedReminder, cause: string): Outcome {
  const message = { ...of, reminders: [reminder] };
  const attempts = attempt(reminder);
  if (attempts >= maxAttempts) return { message, event: 'exhaust', cause };
  return { message, event: 'return', cause, counted: true, sendAt: nextTry(deps, attempts) };
}

/** The attempt under way is one more than the claim found. */
const attempt = ({ attempts }: ClaimedReminder) => attempts + 1;
const nextTry = ({ clock, chance }: PollerDeps, attempts: number) =>
  new Date(clock.now().getTime() + backoffMs(attempts, chance()));
