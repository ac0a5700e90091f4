import { closeGate } from '../reminders/gate.ts';
import { holdPerson } from '../reminders/settle.ts';
import type { Sent } from '../telegram/send.ts';
import type { PollerDeps } from './index.ts';

/** Telegram did not take a message, or nobody knows. */
export type Unsent = Exclude<Sent, { verdict: 'sent' }>;

/**
 * Telegram did not take a message that is no reminder (`what`: "a nudge"): it is counted and logged, a pause that Telegram
 * asks for holds for all messages, and a person who cannot be reached is written to no more.
 */
export async function heed(
  { db, clock, log, meter }: PollerDeps,
  sent: Unsent,
  { userId, what }: { userId: number; what: string },
): Promise<void> {
  meter.failed(sent.verdict);
  log.warn({ userId, verdict: sent.verdict, reason: sent.reason }, `${what} was not sent`);
  if (sent.verdict === 'unreachable') await holdPerson(db, userId, clock.now());
  if (sent.verdict === 'wait') await closeGate(db, sent.seconds * 1000);
}

/** For sure not delivered, and nothing against this message: an unconfirmed one may have arrived. */
export const mayBeRepeated = ({ verdict }: Unsent) => ['wait', 'retry', 'unauthorized'].includes(verdict);
