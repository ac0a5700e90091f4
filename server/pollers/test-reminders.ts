import { getUser } from '../auth/users.ts';
import { errorText } from '../errors.ts';
import { claimTest, returnTest, type TestRequest } from '../reminders/test-reminders.ts';
import { sendCard } from '../telegram/send.ts';
import { testCard } from '../telegram/test-card.ts';
import { personTime } from '../time/person.ts';
import { heed, mayBeRepeated } from './heed.ts';
import type { PollerDeps } from './index.ts';

/**
 * Sends every test reminder that was asked for, each once. When Telegram asks to wait, cannot be reached or refuses the
 * token, that test waits with the others for the next tick.
 */
export async function sendTestReminders(deps: PollerDeps, stopping: AbortSignal): Promise<void> {
  const { db, log, meter, sendRate, sleep } = deps;
  while (!stopping.aborted) {
    const claimed = await claimTest(db, sendRate);
    if (!claimed) return;
    const { request, inMs } = claimed;
    if (inMs > 0) await sleep(inMs, stopping);
    const outcome = await sendTest(deps, request).catch((error) => {
      meter.failed('bug');
      log.error({ userId: request.userId, error: errorText(error) }, 'a test reminder could not be sent');
      return 'next' as const;
    });
    if (outcome === 'stop') return;
  }
}

async function sendTest(deps: PollerDeps, request: TestRequest): Promise<'next' | 'stop'> {
  const { db, api, clock, log, meter, appUrl } = deps;
  const user = await getUser(db, request.userId);
  // Refused meanwhile: the app says so, and a test would only be refused again.
  if (!user || user.unreachableAt) return 'next';
  const { askedAt } = request;
  const now = clock.now();
  const card = testCard({ askedAt, now, timeZone: personTime(user).timeZone }, appUrl);
  const sent = await sendCard(api, user.chatId, card, log);
  if (sent.verdict === 'sent') {
    meter.sent('test', 0, Math.max(0, now.getTime() - askedAt.getTime()));
    return 'next';
  }
  await heed(deps, sent, { userId: user.id, what: 'a test reminder' });
  if (!mayBeRepeated(sent)) return 'next';
  await returnTest(db, request);
  return 'stop';
}
