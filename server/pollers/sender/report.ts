import type { ClaimedMessage } from '../../reminders/claim.ts';
import type { PollerDeps } from '../index.ts';
import type { Delivery } from './deliver.ts';

/** What the operator sees of one delivery: the counters, and a line in the log when it did not go as it should. */
export function report(
  { clock, log, meter }: PollerDeps,
  message: ClaimedMessage,
  sent: Delivery['sent'],
): void {
  const { kind, reminders } = message;
  if (sent.verdict === 'nothing') return;
  if (sent.verdict === 'sent') {
    // After a failure it is late since it was due, not since the next attempt.
    const wanted = Math.min(...reminders.map((one) => (one.attempts > 0 ? one.dueAt : one.sendAt).getTime()));
    meter.sent(kind, reminders.length, Math.max(0, clock.now().getTime() - wanted));
    return;
  }
  meter.failed(sent.verdict);
  // The bug was logged where it was met.
  if (!('reason' in sent)) return;
  const reminderIds = reminders.map(({ id }) => id);
  log.warn({ reminderIds, verdict: sent.verdict, reason: sent.reason }, 'a reminder was not sent');
}
