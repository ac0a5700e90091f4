import { Gauge, type Registry } from 'prom-client';
import type { Poller } from '../pollers/poller.ts';
import type { QueueState } from '../reminders/queue-state.ts';
import type { Troubles } from '../troubles.ts';

/** What is true at the moment of a scrape. */
export type Moment = {
  now: Date;
  /** Null when the database did not answer. */
  queue: QueueState | null;
  pollers: readonly Pick<Poller, 'name' | 'lastTick' | 'lastError'>[];
  troubles: Pick<Troubles, 'list'>;
};

/**
 * Puts the gauges of GET /metrics on `registry`; the function returned sets them for one scrape. What comes from the
 * database is the same on every instance (take the maximum, not the sum), and is left out while the database does not
 * answer: a number from before would hide that.
 */
export function createGauges(registry: Registry): (moment: Moment) => void {
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  const databaseUp = gauge('followthrough_database_up', '1 when the database answered this scrape.');
  const due = gauge('followthrough_reminders_due', 'Reminders whose time has come and that wait to be sent.');
  const age = gauge(
    'followthrough_queue_age_seconds',
    'How long the oldest of them has waited; 0 without any.',
  );
  const unconfirmed = gauge(
    'followthrough_reminders_unconfirmed',
    'Those of them that may have arrived already; the person is told so next.',
  );
  const inFlight = gauge('followthrough_reminders_in_flight', 'Reminders that are being sent right now.');
  const dead = gauge('followthrough_dead_updates', 'Updates of Telegram that the bot could not handle.');
  const tickAge = gauge('followthrough_poller_tick_age_seconds', 'Time since the last good run.', 'poller');
  const pollerOk = gauge('followthrough_poller_ok', '0 when the last run failed.', 'poller');
  const trouble = gauge(
    'followthrough_trouble',
    '1 while something stops the program until somebody acts; /readyz says what to do.',
    'trouble',
  );

  function setQueue(queue: QueueState, now: Date): void {
    due.set(queue.due);
    age.set(queue.oldestDueAt ? secondsSince(queue.oldestDueAt, now) : 0);
    unconfirmed.set(queue.unconfirmed);
    inFlight.set(queue.inFlight);
    dead.set(queue.deadUpdates);
  }

  return ({ now, queue, pollers, troubles }) => {
    databaseUp.set(queue ? 1 : 0);
    if (queue) setQueue(queue, now);
    else for (const unknown of [due, age, unconfirmed, inFlight, dead]) unknown.remove();
    for (const { name, lastTick, lastError } of pollers) {
      if (lastTick) tickAge.set({ poller: name }, secondsSince(lastTick, now));
      pollerOk.set({ poller: name }, lastError === null ? 1 : 0);
    }
    trouble.reset();
    for (const raised of troubles.list()) trouble.set({ trouble: raised.trouble }, 1);
  };
}

function secondsSince(instant: Date, now: Date): number {
  return Math.max(0, now.getTime() - instant.getTime()) / 1000;
}
