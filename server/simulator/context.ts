import type { UserFromGetMe } from 'grammy/types';
import type { MovableClock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Callbacks } from './callbacks.ts';
import type { Faults } from './faults.ts';
import type { Files } from './files.ts';
import type { Live } from './live.ts';
import type { LongPoll } from './long-poll.ts';
import type { ModelFaults } from './model/faults.ts';
import type { SimulatorState } from './state.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { WebhookSender } from './webhook-sender.ts';

/** What every route and Bot API method of one running simulator shares. */
export type Context = {
  state: SimulatorState;
  bot: UserFromGetMe;
  clock: MovableClock;
  log: Log;
  live: Live;
  queue: UpdateQueue;
  longPoll: LongPoll;
  sender: WebhookSender;
  callbacks: Callbacks;
  faults: Faults;
  modelFaults: ModelFaults;
  files: Files;
  /** Saves the state soon and, with a user's id, tells that user's open pages to look again. */
  changed(userId?: number): void;
};

/** Unix seconds by the simulator's clock, the only time the Bot API speaks. */
export function unixNow(clock: MovableClock): number {
  return Math.floor(clock.now().getTime() / 1000);
}
