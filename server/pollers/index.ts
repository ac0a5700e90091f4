import type { Api } from 'grammy';
import type { Meter } from '../meter.ts';
import type { Drafter } from '../plans/draft.ts';
import type { BotDeps } from '../telegram/context.ts';
import { refreshMessages } from '../telegram/refresh.ts';
import type { Topic } from '../wake.ts';
import { sendBriefings } from './briefings.ts';
import { createReading } from './captures.ts';
import { sendFollowups } from './followups.ts';
import type { Heartbeat } from './heartbeat.ts';
import { keepHouse } from './housekeeping.ts';
import { nudge } from './nudges.ts';
import { createDrafting } from './plan-requests.ts';
import { createPoller, type Poller, type PollerSpec } from './poller.ts';
import { createSender } from './sender/sender.ts';
import { sendTestReminders } from './test-reminders.ts';
import { wakeLeads } from './wake-leads.ts';

export type PollerDeps = BotDeps & {
  /** A client that never repeats a call by itself: what an answer means for a reminder is decided in one place. */
  api: Api;
  drafter: Drafter;
  meter: Meter;
  heartbeat: Heartbeat;
  /** Reminder messages a second, all instances together; 0 for no limit. */
  sendRate: number;
  /** Waits that many milliseconds, or until `stopping` is aborted. */
  sleep(ms: number, stopping: AbortSignal): Promise<void>;
  /** A random number from 0 to 1, for jitter. */
  chance(): number;
};

type Schedule = { reminderCron: string; followupCron: string };
type Spec = PollerSpec & {
  /** Rows of this kind were written: it looks at once. */
  topic?: Topic;
};

const everyMinute = '* * * * *';
const everyFiveSeconds = '*/5 * * * * *';

/** Every poller of the program. */
export function createPollers(deps: PollerDeps, { reminderCron, followupCron }: Schedule): Poller[] {
  const { clock, wake, heartbeat } = deps;
  const [sender, drafting, reading] = [createSender(deps), createDrafting(deps), createReading(deps)];
  const specs: Spec[] = [
    // First, so that what this process claims is claimed by a living one.
    { name: 'heartbeat', cron: everyFiveSeconds, run: () => heartbeat.run() },
    // Before the sender: what it raises is due at once.
    { name: 'nudges', cron: everyMinute, run: () => nudge(deps) },
    {
      name: 'due-reminders',
      cron: reminderCron,
      run: (stopping) => sender.sweep(stopping),
      nextIn: () => sender.nextIn(),
      idle: () => sender.idle(),
    },
    { name: 'briefings', cron: everyMinute, run: (stopping) => sendBriefings(deps, stopping) },
    { name: 'wake-leads', cron: everyMinute, run: (stopping) => wakeLeads(deps, stopping) },
    { name: 'followups', cron: followupCron, run: (stopping) => sendFollowups(deps, stopping) },
    {
      name: 'plan-requests',
      cron: everyMinute,
      run: (stopping) => drafting.run(stopping),
      nextIn: () => drafting.nextIn(),
      idle: () => drafting.idle(),
      topic: 'plan-requests',
    },
    {
      name: 'captures',
      cron: everyMinute,
      run: (stopping) => reading.run(stopping),
      nextIn: () => reading.nextIn(),
      idle: () => reading.idle(),
      topic: 'captures',
    },
    {
      name: 'chat-refresh',
      cron: everyMinute,
      run: () => refreshMessages({ ...deps, now: clock.now() }),
      topic: 'chat-refresh',
    },
    {
      name: 'test-reminders',
      cron: everyMinute,
      run: (stopping) => sendTestReminders(deps, stopping),
      topic: 'test-reminders',
    },
    { name: 'housekeeping', cron: '17 * * * *', run: () => keepHouse(deps.db, clock.now()) },
  ];
  return specs.map((spec) => {
    const poller = createPoller(spec, deps);
    if (spec.topic) wake.on(spec.topic, () => void poller.tick());
    // A changed schedule is no reason to look now, only to look in time.
    if (spec.nextIn) wake.on('reminders', () => poller.rearm());
    return poller;
  });
}
