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
  sleep(ms: number): Promise<void>;
};

type Schedule = { reminderCron: string; followupCron: string };

const everyMinute = '* * * * *';

/** Every poller of the program. Those with a topic also run as soon as this process writes such a row. */
export function createPollers(deps: PollerDeps, { reminderCron, followupCron }: Schedule): Poller[] {
  const { db, clock, wake } = deps;
  const specs = [
    { name: 'due-reminders', cron: reminderCron, run: () => sendDueReminders(deps) },
    { name: 'followups', cron: followupCron, run: () => sendFollowups(deps) },
    {
      name: 'plan-requests',
      cron: everyMinute,
      run: () => draftPlans(deps),
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
