import type { UserFromGetMe } from 'grammy/types';
import { type MovableClock, movableClock } from '../clock.ts';
import { listen } from '../http/server.ts';
import type { Log } from '../log.ts';
import type { ModelProvider } from '../model/config.ts';
import { createCallbacks } from './callbacks.ts';
import type { Context } from './context.ts';
import { createFaults } from './faults.ts';
import { createFiles } from './files.ts';
import { createLive } from './live.ts';
import { createLongPoll } from './long-poll.ts';
import { createModelFaults } from './model/faults.ts';
import { standInProvider } from './model/route.ts';
import { createSaver, loadState } from './persistence.ts';
import { buildPage } from './routes/page-routes.ts';
import { createSimulatorServer } from './server.ts';
import type { SimulatorState } from './state.ts';
import { createUpdateQueue } from './update-queue.ts';
import { createWebhookSender } from './webhook-sender.ts';

export type SimulatorOptions = {
  /** 0 takes any free port. */
  port: number;
  /** JSON file that keeps chats, ids, token and clock across restarts; null keeps them in memory only. */
  stateFile: string | null;
  log: Log;
  /** The earliest due reminder, for "To the next reminder"; null when there is none. */
  nextDueAt(): Promise<Date | null>;
  /** Called after the clock moved. */
  runPollers(): Promise<void>;
};

export type Simulator = {
  /** Root of both the chat page and the Bot API, e.g. http://localhost:3001 */
  url: string;
  /** Random, made once, kept in the state file. */
  botToken: string;
  botUsername: string;
  /** The clock that the page moves; begins with the stored offset. */
  clock: MovableClock;
  /** Saves the state and closes every connection. */
  /** The stand-in for a language model that it serves too. */
  model: ModelProvider;
  close(): Promise<void>;
};

/**
 * Starts a stand-in for Telegram on 127.0.0.1: a Bot API, a chat page with the Mini App beside it, a clock to move.
 * Rejects when the port is taken or the state file cannot be read.
 */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { log, stateFile } = options;
  const [state, page] = await Promise.all([loadState(stateFile), buildPage()]);
  const clock = movableClock(state.clockOffset);
  const saver = createSaver(stateFile, state, log);
  const live = createLive();
  const queue = createUpdateQueue(state, saver.schedule);
  const context: Context = {
    state,
    bot: botUser(state),
    clock,
    log,
    live,
    queue,
    longPoll: createLongPoll(queue),
    sender: createWebhookSender({ state, queue, log }),
    callbacks: createCallbacks(),
    faults: createFaults(() => live.tellAll('changed')),
    modelFaults: createModelFaults(() => live.tellAll('changed')),
    files: createFiles(stateFile && `${stateFile}.files`, state, saver.schedule),
    changed(userId) {
      saver.schedule();
      if (userId !== undefined) live.tell(userId, 'changed');
    },
  };
  const server = createSimulatorServer(context, options, page);
  const port = await listen(server, options.port, '127.0.0.1', 'SIMULATOR_PORT');
  // The token must survive even a start that ends at once: sessions are derived from it.
  saver.schedule();
  context.sender.retryNow();
  return {
    url: `http://localhost:${port}`,
    model: standInProvider(`http://localhost:${port}`),
    botToken: state.token,
    botUsername: context.bot.username,
    clock,
    async close() {
      context.sender.stop();
      context.longPoll.stop();
      context.callbacks.close();
      live.close();
      server.close();
      server.closeAllConnections();
      await saver.flush();
    },
  };
}

function botUser(state: SimulatorState): UserFromGetMe {
  return {
    id: Number(state.token.split(':')[0]),
    is_bot: true,
    first_name: 'Followthrough',
    username: 'followthrough_demo_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: true,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
