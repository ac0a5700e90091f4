import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { Db } from '../../server/db/client.ts';
import { createHttpServer } from '../../server/http/server.ts';
import { webhookHandler, webhookPath } from '../../server/http/webhook.ts';
import { createMeter } from '../../server/meter.ts';
import { type Model, noModel } from '../../server/model/port.ts';
import type { Drafter } from '../../server/plans/draft.ts';
import { createDrafter } from '../../server/plans/drafter.ts';
import { createHeartbeat } from '../../server/pollers/heartbeat.ts';
import { createPollers, type PollerDeps } from '../../server/pollers/index.ts';
import { lockGate } from '../../server/reminders/gate.ts';
import { getNextSendAt } from '../../server/reminders/queries.ts';
import { startSimulator } from '../../server/simulator/index.ts';
import type { StoredMessage } from '../../server/simulator/state.ts';
import { createBot } from '../../server/telegram/bot.ts';
import { createSendingApi } from '../../server/telegram/client.ts';
import { createFiles } from '../../server/telegram/files.ts';
import { createReceiver } from '../../server/telegram/receive.ts';
import { registerWebhook } from '../../server/telegram/register.ts';
import { createTroubles } from '../../server/troubles.ts';
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
export const neverByItself = { reminderCron: '0 0 1 1 *', followupCron: '0 0 1 1 *' };

type PollerName =
  | 'heartbeat'
  | 'nudges'
  | 'due-reminders'
  | 'briefings'
  | 'wake-leads'
  | 'followups'
  | 'plan-requests'
  | 'captures'
  | 'chat-refresh'
  | 'test-reminders'
  | 'housekeeping';

type Options = {
  now?: Date;
  drafter?: Drafter;
  model?: Model;
  /** The address of the Mini App; null when there is none. */
  app?: string | null;
  /** What the bot sees of the database, to let it fail. The pollers keep the whole. */
  botDb?: Db;
  /** Those who may see what the bot could not handle. */
  adminIds?: number[];
};

export type BotWorld = Awaited<ReturnType<typeof openBotWorld>>;

/**
 * The bot as Telegram sees it, for one test: the simulator in memory, our webhook behind our HTTP server, the pollers,
 * all over real HTTP, with a clock that only the test moves. Everything is closed when the test ends.
 */
export async function openBotWorld(db: Db, options: Options = {}) {
  const {
    now = monday,
    model = noModel,
    drafter = createDrafter(model),
    app = appUrl,
    botDb = db,
    adminIds = [],
  } = options;
  const clock = frozenClock(now);
  const { log, lines } = keepLog();
  const wake = createWake();
  const troubles = createTroubles(log);
  const instance = randomUUID();
  const sleeps: number[] = [];
  const simulator = await startSimulator({
    port: 0,
    stateFile: null,
    log,
    nextDueAt: async () => null,
    runPollers: async () => {},
  });
  const connection = { token: simulator.botToken, apiRoot: simulator.url };
  const files = createFiles(simulator.botToken, simulator.url);
  const botDeps = { clock, log, wake, appUrl: app, instance, troubles, adminIds, files, model };
  const bot = createBot(connection, { ...botDeps, db: botDb });
  await bot.init();
  const receive = createReceiver(bot, { ...botDeps, db: botDb });
  const server = createHttpServer({
    routes: { [webhookPath]: webhookHandler(receive, webhookSecret) },
    pages: (_, response) => void response.writeHead(404).end(),
    frameOrigin: simulator.url,
    dev: false,
    log,
  });
  const webhookUrl = `${await serve(server)}${webhookPath}`;
  await registerWebhook(bot, db, webhookUrl, webhookSecret);

  const newApi = (apiRoot = simulator.url) => createSendingApi(simulator.botToken, apiRoot);
  const heartbeat = createHeartbeat({ ...botDeps, db });
  const deps: PollerDeps = {
    ...{ ...botDeps, db, drafter },
    ...{ api: newApi(), meter: createMeter(), heartbeat },
    // The gate is tested where it is kept; here every wait for a slot would only take time.
    sendRate: 0,
    chance: () => 0,
    sleep: async (ms) => {
      sleeps.push(ms);
      clock.advance(ms);
    },
  };
  let pollers = createPollers(deps, neverByItself);
  await heartbeat.run();

  /** Telegram's answers may have closed the gate for a second or two, which are real ones. */
  async function untilGateOpens(): Promise<void> {
    const ms = await db.transaction((tx) => lockGate(tx));
    if (ms === 0 || ms >= 3000) return;
    // A timer may ring a moment early, and the sender may have heard of the pause a moment late.
    await setTimeout(Math.ceil(ms) + 25);
    await untilGateOpens();
  }

  /** One look of a poller, and everything it has started; it looks again for what follows within a few seconds. */
  async function tick(name: PollerName): Promise<void> {
    await untilGateOpens();
    const poller = pollers.find((one) => one.name === name);
    await poller?.tick();
    await poller?.idle();
    if (name !== 'due-reminders') return;
    const next = await getNextSendAt(db);
    const ms = next ? next.getTime() - clock.now().getTime() : 0;
    if (ms <= 0 || ms > 3000) return;
    clock.advance(ms);
    await tick(name);
  }
  const chat = createChatClient(simulator, async () => {
    await tick('captures');
    await tick('plan-requests');
    await tick('chat-refresh');
  });

  /** Posts a hand-made update to the webhook; resolves with the HTTP status when it has been handled. */
  const post = async (update: object): Promise<number> => (await postForAnswer(update)).status;

  /** The same, with the whole answer. */
  function postForAnswer(update: object): Promise<Response> {
    return fetch(webhookUrl, {
      method: 'POST',
      headers: { 'X-Telegram-Bot-Api-Secret-Token': webhookSecret },
      body: JSON.stringify(update),
    });
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
    ...{ bot, receive, simulator, clock, sleeps, deps, newApi, webhookUrl, tick },
    /** The log so far, warnings and worse. */
    complaints: () => lines().filter((line) => Number(line.level) >= 40),
    /** Puts new pollers in the place of the old ones, as a restart does; `change` replaces some of what they use. */
    async restart(change: Partial<PollerDeps> = {}) {
      await Promise.all(pollers.map((poller) => poller.stop()));
      pollers = createPollers({ ...deps, ...change }, neverByItself);
    },
    ...{ post, postForAnswer, tapTogether },
  };
}
