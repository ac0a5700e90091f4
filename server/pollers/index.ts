import type { Api } from 'grammy';
import type { Drafter } from '../plans/draft.ts';
import type { BotDeps } from '../telegram/context.ts';
import { refreshMessages } from '../telegram/refresh.ts';
import { forgetOldUpdates } from '../telegram/updates.ts';
import { sendDueReminders } from './due-reminders.ts';
import { sendFollowups } from './followups.ts';
import { draftPlans } from './plan-requests.ts';
import { createPoller, type Poller } from './poller.ts';

export type PollerDeps = BotDeps & {
  /** A client that never repeats a call by itself: what an answer means for a reminder is decided in one place. */
  api: Api;
  drafter: Drafter;
  /** Waits that many milliseconds, or until `stopping` is aborted. */
  sleep(ms: number, stopping: AbortSignal): Promise<void>;
};

type Schedule = { reminderCron: string; followupCron: string };

const everyMinute = '* * * * *';

/** Every poller of the program. Those with a topic also run as soon as this process writes such a row. */
export function createPollers(deps: PollerDeps, { reminderCron, followupCron }: Schedule): Poller[] {
  const { db, clock, wake } = deps;
  const specs = [
    {
      name: 'due-reminders',
      cron: reminderCron,
      run: (stopping: AbortSignal) => sendDueReminders(deps, stopping),
    },
    { name: 'followups', cron: followupCron, run: (stopping: AbortSignal) => sendFollowups(deps, stopping) },
    {
      name: 'plan-requests',
      cron: everyMinute,
      run: (stopping: AbortSignal) => draftPlans(deps, stopping),
      topic: 'plan-requests' as const,
    },
    {
      name: 'chat-refresh',
      cron: everyMinute,
      run: () => refreshMessages({ ...deps, now: clock.now() }),
      topic: 'chat-refresh' as const,
    },
    { name: 'housekeeping', cron: '17 * * * *', run: () => forgetOldUpdates(db, clock.now()) },
  ];
  return specs.map((spec) => {
    const poller = createPoller(spec, deps);
    if (spec.topic) wake.on(spec.topic, () => void poller.tick());
    return poller;
  });
}
