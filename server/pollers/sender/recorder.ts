import { setTimeout as wait } from 'node:timers/promises';
import { errorText } from '../../errors.ts';
import { type Outcome, recordOutcomes } from '../../reminders/settle.ts';
import type { PollerDeps } from '../index.ts';
import { isAway } from './is-away.ts';

/** Long enough for the outcomes of one burst to travel together, far below what a person notices. */
const lingerMs = 10;
const batch = 500;
/** While the database is away. */
const retryMs = 500;
/** For one outcome that a database which answers will not take: a deadlock passes, a bug does not. */
const attempts = 3;

export type Recorder = {
  /** Takes note; written soon, with others. */
  push(outcomes: Outcome[]): void;
  /** Reminders whose outcome is not written yet, or never will be: their claims are known all the same. */
  waiting(): string[];
  /** Resolves when everything is written. */
  idle(): Promise<void>;
};

/**
 * Writes outcomes in batches and does not let go of them: while the database is away it tries again until it is back,
 * for a message that was sent but not recorded would be told of once more.
 */
export function createRecorder(deps: PollerDeps): Recorder {
  let outcomes: Outcome[] = [];
  let underWay: Outcome[] = [];
  const lost: Outcome[] = [];
  let running: Promise<void> | null = null;

  async function run() {
    await wait(lingerMs);
    while (outcomes.length > 0) {
      underWay = outcomes.slice(0, batch);
      outcomes = outcomes.slice(batch);
      await record(deps, underWay, lost);
      underWay = [];
      deps.wake.notify('chat-refresh');
    }
    running = null;
  }

  return {
    push(more) {
      outcomes.push(...more);
      running ??= run();
    },
    waiting: () =>
      [...lost, ...underWay, ...outcomes].flatMap(({ message }) => message.reminders.map(({ id }) => id)),
    idle: async () => {
      while (running) await running;
    },
  };
}

async function record(deps: PollerDeps, outcomes: Outcome[], lost: Outcome[], attempt = 1): Promise<void> {
  const { db, clock, instance, log } = deps;
  try {
    return await recordOutcomes(db, outcomes, { instance, now: clock.now() });
  } catch (error) {
    log.error({ count: outcomes.length, error: errorText(error) }, 'sent messages could not be recorded yet');
  }
  if (await isAway(db)) {
    while (await isAway(db)) await wait(retryMs);
    log.info({ count: outcomes.length }, 'the database is back: recording what was sent');
    return record(deps, outcomes, lost);
  }
  const [only, ...more] = outcomes;
  if (!only || more.length > 0) {
    for (const one of outcomes) await record(deps, [one], lost);
    return;
  }
  if (attempt < attempts) return record(deps, outcomes, lost, attempt + 1);
  lost.push(only);
  giveUp(deps, only);
}

/** One row must not keep the others from being recorded: when its lease ends it counts as unconfirmed. */
function giveUp({ log }: PollerDeps, { message }: Outcome): void {
  log.error(
    { reminderIds: message.reminders.map(({ id }) => id) },
    'a message could not be recorded: a bug; its reminders will be told of as unconfirmed',
  );
}
