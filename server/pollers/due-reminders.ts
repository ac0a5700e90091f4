import { getUser, personTime } from '../auth/users.ts';
import { errorText } from '../errors.ts';
import {
  type ClaimedReminder,
  claimDueReminders,
  claimUnconfirmed,
  expireLeases,
} from '../reminders/claim.ts';
import * as settle from '../reminders/settle.ts';
import { reminderCard } from '../telegram/reminder-card.ts';
import { type Sent, sendCard } from '../telegram/send.ts';
import { inZone, toDate } from '../time/wall-time.ts';
import { isInWindow, moveIntoWindow } from '../time/working-time.ts';
import { getStepCard } from '../views/step-card.ts';
import type { PollerDeps } from './index.ts';

/** Few enough that a batch is sent well within its lease, even if each call times out. */
const batch = 5;
/** A wait longer than this is left to the next tick; the rows keep their place. */
const longestWaitSeconds = 60;
/** A reminder late by more than this was held up by us: it may wait for a decent hour. */
const lateMs = 60 * 60_000;

/** Sends what is due, each once; one failing row never stops the others. A 429 stops them all for as long as it says. */
export async function sendDueReminders(deps: PollerDeps, stopping: AbortSignal): Promise<void> {
  const { db, clock } = deps;
  await expireLeases(db, clock.now());
  const unconfirmed = await claimUnconfirmed(db, { now: clock.now(), limit: batch });
  let goOn = await pause(deps, await catchUp(deps, unconfirmed), stopping);
  while (goOn && !stopping.aborted) {
    const claimed = await claimDueReminders(db, { now: clock.now(), limit: batch });
    if (claimed.length === 0) return;
    goOn = await pause(deps, await sendBatch(deps, claimed), stopping);
  }
}

/** Waits for as long as Telegram asked; false when that is too long, and what is left is for the next tick. */
async function pause({ sleep }: PollerDeps, seconds: number, stopping: AbortSignal): Promise<boolean> {
  if (seconds > longestWaitSeconds) return false;
  if (seconds > 0) await sleep(seconds * 1000, stopping);
  return true;
}

/** Returns the seconds Telegram asked to wait, 0 when all were sent. */
async function sendBatch(deps: PollerDeps, claimed: ClaimedReminder[]): Promise<number> {
  const { db, clock } = deps;
  for (const [index, reminder] of claimed.entries()) {
    const wait = await sendOne(deps, reminder);
    if (wait === 0) continue;
    for (const unsent of claimed.slice(index)) await settle.recordWait(db, unsent, wait, clock.now());
    return wait;
  }
  return 0;
}

async function sendOne(deps: PollerDeps, reminder: ClaimedReminder): Promise<number> {
  const { db, clock, log } = deps;
  try {
    const later = await decentHour(deps, reminder);
    if (later) {
      await settle.postpone(db, reminder, later);
      return 0;
    }
    const sent = await deliver(deps, reminder);
    if (sent?.verdict === 'wait') return sent.seconds;
    if (sent) await record(deps, reminder, sent);
    return 0;
  } catch (error) {
    log.error({ reminderId: reminder.id, error: errorText(error) }, 'a reminder could not be sent');
    await settle.recordFailure(db, reminder, errorText(error), clock.now());
    return 0;
  }
}

/** When this reminder should come instead: it is late through our fault, and now would be a stupid hour. */
async function decentHour({ db, clock }: PollerDeps, reminder: ClaimedReminder): Promise<Date | null> {
  const now = clock.now();
  if (now.getTime() - reminder.dueAt.getTime() < lateMs) return null;
  const user = await getUser(db, reminder.userId);
  if (!user) return null;
  const person = personTime(user);
  const time = inZone(now, person.timeZone);
  return isInWindow(time, person) ? null : toDate(moveIntoWindow(time, person));
}

/** Null when the step is gone meanwhile: nothing to say. */
async function deliver(deps: PollerDeps, reminder: ClaimedReminder): Promise<Sent | null> {
  const { db, api, clock, log, appUrl } = deps;
  const user = await getUser(db, reminder.userId);
  const card = user && (await getStepCard(db, user, reminder.stepId, clock.now()));
  if (card?.step.status !== 'open' || card.closed) return null;
  return sendCard(api, reminder.chatId, reminderCard(card, appUrl), log);
}

async function record(
  { db, clock, wake, log }: PollerDeps,
  reminder: ClaimedReminder,
  sent: Sent,
): Promise<void> {
  const now = clock.now();
  if (sent.verdict === 'sent') {
    await settle.recordSent(db, reminder, sent.messageId, now);
    wake.notify('chat-refresh');
    return;
  }
  log.warn(
    { reminderId: reminder.id, verdict: sent.verdict, reason: sent.reason },
    'a reminder was not sent',
  );
  if (sent.verdict === 'unconfirmed') await settle.recordUnconfirmed(db, reminder, sent.reason);
  else if (sent.verdict === 'unreachable') await settle.recordUnreachable(db, reminder, now);
  else await settle.recordFailure(db, reminder, sent.reason, now);
}

/**
 * Tells people once about reminders that may not have arrived; a step is thus heard of at least once. Returns the
 * seconds Telegram asked to wait, 0 when all were told.
 */
async function catchUp(deps: PollerDeps, claimed: ClaimedReminder[]): Promise<number> {
  for (const [index, reminder] of claimed.entries()) {
    const sent = await tellUnconfirmed(deps, reminder);
    if (sent?.verdict !== 'wait') continue;
    for (const untold of claimed.slice(index)) await settle.returnUnconfirmed(deps.db, untold, sent.reason);
    return sent.seconds;
  }
  return 0;
}

async function tellUnconfirmed(deps: PollerDeps, reminder: ClaimedReminder): Promise<Sent | null> {
  const { db, clock, wake, log } = deps;
  try {
    const later = await decentHour(deps, reminder);
    if (later) {
      await settle.postponeUnconfirmed(db, reminder, later);
      return null;
    }
    const sent = await deliver(deps, reminder);
    // A catch-up that Telegram rejects, even plain, would be rejected again: it stays told, and shows as overdue.
    if (!sent || ['unconfirmed', 'wait', 'rejected'].includes(sent.verdict)) return sent;
    if (sent.verdict === 'sent') await settle.recordSent(db, reminder, sent.messageId, clock.now());
    else await settle.returnUnconfirmed(db, reminder, sent.reason);
    if (sent.verdict === 'unreachable') await settle.holdPerson(db, reminder.userId, clock.now());
    wake.notify('chat-refresh');
    return sent;
  } catch (error) {
    log.error(
      { reminderId: reminder.id, error: errorText(error) },
      'a person could not be told of a reminder',
    );
    await settle.returnUnconfirmed(db, reminder, errorText(error));
    return null;
  }
}
