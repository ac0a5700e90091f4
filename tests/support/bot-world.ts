import { Api } from 'grammy';
import { onTestFinished } from 'vitest';
import type { Db } from '../../server/db/client.ts';
import { createHttpServer } from '../../server/http/server.ts';
import { webhookHandler, webhookPath } from '../../server/http/webhook.ts';
import type { Drafter } from '../../server/plans/draft.ts';
import { draftFromTemplate } from '../../server/plans/draft-from-template.ts';
import { createPollers, type PollerDeps } from '../../server/pollers/index.ts';
import { startSimulator } from '../../server/simulator/index.ts';
import type { StoredMessage } from '../../server/simulator/state.ts';
import { createBot } from '../../server/telegram/bot.ts';
import { registerWebhook } from '../../server/telegram/intake.ts';
import { createWake } from '../../server/wake.ts';
import { type ButtonName, button, createChatClient } from './chat-client.ts';
import { frozenClock } from './frozen-clock.ts';
import { keepLog } from './log.ts';
import { monday } from './people.ts';
import { serve } from './serve.ts';
import { tappedMessage, tapUpdate } from './updates.ts';

export const appUrl = 'https://app.example.org';
export const webhookSecret = 'a-secret-of-the-test-webhook';

/** Never fires in a test; ticks are asked for by name. */
const schedule = { reminderCron: '0 0 1 1 *', followupCron: '0 0 1 1 *' };

type PollerName = 'due-reminders' | 'followups' | 'plan-requests' | 'chat-refresh' | 'housekeeping';

type Options = {
  now?: Date;
  drafter?: Drafter;
  /** The address of the Mini App; null when there is none. */
  app?: string | null;
  /** What the bot sees of the database, to let it fail. The pollers keep the whole. */
  botDb?: Db;
};

export type BotWorld = Awaited<ReturnType<typeof openBotWorld>>;

/**
 * The bot as Telegram sees it, for one test: the simulator in memory, our webhook behind our HTTP server, the pollers,
 * all over real HTTP, with a clock that only the test moves. Everything is closed when the test ends.
 */
export async function openBotWorld(db: Db, options: Options = {}) {
  const { now = monday, drafter = draftFromTemplate, app = appUrl, botDb = db } = options;
  const clock = frozenClock(now);
  const { log, lines } = keepLog();
  const wake = createWake();
  const sleeps: number[] = [];
  const simulator = await startSimulator({
    port: 0,
    stateFile: null,
    log,
    nextDueAt: async () => null,
    runPollers: async () => {},
  });
  const connection = { token: simulator.botToken, apiRoot: simulator.url };
  const bot = createBot(connection, { db: botDb, clock, log, wake, appUrl: app });
  await bot.init();
  const server = createHttpServer({
    routes: { [webhookPath]: webhookHandler(bot, webhookSecret, log) },
    pages: (_, response) => void response.writeHead(404).end(),
    frameOrigin: simulator.url,
    dev: false,
    log,
  });
  const webhookUrl = `${await serve(server)}${webhookPath}`;
  await registerWebhook(bot, webhookUrl, webhookSecret);

  const newApi = (apiRoot = simulator.url) => new Api(simulator.botToken, { apiRoot, timeoutSeconds: 15 });
  const deps: PollerDeps = {
    ...{ db, clock, log, wake, appUrl: app, drafter },
    api: newApi(),
    sleep: async (ms) => {
      sleeps.push(ms);
      clock.advance(ms);
    },
  };
  let pollers = createPollers(deps, schedule);
  const tick = async (name: PollerName) => pollers.find((poller) => poller.name === name)?.tick();
  const chat = createChatClient(simulator, async () => {
    await tick('plan-requests');
    await tick('chat-refresh');
  });

  /** Posts a hand-made update to the webhook; resolves with the HTTP status when it has been handled. */
  async function post(update: object): Promise<number> {
    const response = await fetch(webhookUrl, {
      method: 'POST',
      headers: { 'X-Telegram-Bot-Api-Secret-Token': webhookSecret },
      body: JSON.stringify(update),
    });
    return response.status;
  }

  /** Two taps of Olga on the same button, both made before the bot has answered either. */
  async function tapTogether(shown: StoredMessage, name: ButtonName): Promise<void> {
    const tapped = button(shown, name);
    const data = tapped && 'callback_data' in tapped ? tapped.callback_data : undefined;
    const original = (await chat.state()).messages.find(({ id }) => id === shown.replyTo);
    await Promise.all([1, 2].map((id) => post(tapUpdate(id, data, tappedMessage(shown, original)))));
    await chat.settle();
  }

  onTestFinished(async () => {
    await Promise.all(pollers.map((poller) => poller.stop()));
    await simulator.close();
  });
  return {
    ...chat,
    ...{ bot, simulator, clock, sleeps, deps, newApi, webhookUrl, tick },
    /** The log so far, warnings and worse. */
    complaints: () => lines().filter((line) => Number(line.level) >= 40),
    /** Puts new pollers in the place of the old ones, as a restart does; `change` replaces some of what they use. */
    async restart(change: Partial<PollerDeps> = {}) {
      await Promise.all(pollers.map((poller) => poller.stop()));
      pollers = createPollers({ ...deps, ...change }, schedule);
    },
    post,
    tapTogether,
  };
}
