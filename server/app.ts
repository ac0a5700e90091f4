import { setTimeout as sleep } from 'node:timers/promises';
import { Api, type Bot } from 'grammy';
import { openDatabase } from './db/open.ts';
import type { BotConfig, Config } from './env.ts';
import { errorText, SetupError } from './errors.ts';
import { sendHealth, sendReadiness } from './http/health.ts';
import { closeServer, createHttpServer, listen } from './http/server.ts';
import { webhookHandler, webhookPath } from './http/webhook.ts';
import type { Log } from './log.ts';
import { openPages } from './pages.ts';
import { draftFromTemplate } from './plans/draft-from-template.ts';
import { createPollers } from './pollers/index.ts';
import type { Poller } from './pollers/poller.ts';
import { getNextDueAt } from './reminders/queries.ts';
import { setRuntime } from './runtime.ts';
import { allowedUpdates, createBot } from './telegram/bot.ts';
import type { BotContext } from './telegram/context.ts';
import { refuseStolenWebhook, registerSurface, registerWebhook } from './telegram/register.ts';
import { openTelegramEnd } from './telegram-end.ts';
import { createWake } from './wake.ts';
import { derivedSecret } from './webhook-secret.ts';

export type App = { greeting: string; port: number; simulatorUrl: string | null; stop(): Promise<void> };

/**
 * Builds and wires the whole program: database, Telegram or the simulator, HTTP, Next.js, bot, pollers. `stop` ends it
 * in order: no new work, work under way finished and recorded, database last.
 * @throws SetupError when the person who starts it can put it right.
 */
export async function startApp({
  config,
  log,
  dev,
}: {
  config: Config;
  log: Log;
  dev: boolean;
}): Promise<App> {
  const { db, close: closeDatabase } = await openDatabase(config);
  const wake = createWake();
  const pollers: Poller[] = [];
  const end = await openTelegramEnd(config, log, {
    nextDueAt: () => getNextDueAt(db),
    runPollers: async () => {
      await Promise.all(pollers.map((poller) => poller.tick()));
    },
  });
  const { clock, token, apiRoot, simulatorUrl } = end;

  let state: 'starting' | 'ready' | 'stopping' = 'starting';
  const routes: Parameters<typeof createHttpServer>[0]['routes'] = {
    '/healthz': (_, response) => sendHealth(response),
    '/readyz': (_, response) => sendReadiness(response, { db, pollers, state }),
  };
  const pages = await openPages(dev, config.port);
  const server = createHttpServer({ routes, pages: pages.handle, frameOrigin: simulatorUrl, dev, log });
  // Simulated people have no secrets to keep, but nobody on the network should be one of them.
  const port = await listen(server, config.port, simulatorUrl ? '127.0.0.1' : undefined);
  const localUrl = `http://localhost:${port}`;
  const appUrl = config.bot.mode === 'simulator' ? localUrl : config.bot.publicUrl;

  const deps = { db, clock, log, wake, appUrl };
  const bot = createBot({ token, apiRoot }, deps);
  await initBot(bot, apiRoot);
  const { username } = bot.botInfo;
  setRuntime({ db, clock, log, wake, botToken: token, botUsername: username, frameOrigin: simulatorUrl });
  const api = new Api(token, { apiRoot, timeoutSeconds: 15 });
  pollers.push(...createPollers({ ...deps, api, drafter: draftFromTemplate, sleep }, config));

  const secret = config.bot.mode === 'webhook' ? config.bot.webhookSecret : derivedSecret(token);
  if (config.bot.mode !== 'polling') routes[webhookPath] = webhookHandler(bot, secret, log);
  await registerSurface(bot, appUrl);
  await receiveUpdates(bot, config.bot, `${appUrl}${webhookPath}`, secret, log);
  for (const poller of pollers) poller.start();
  state = 'ready';
  log.info({ port, mode: config.bot.mode, bot: username }, 'ready');

  return {
    port,
    simulatorUrl,
    greeting: greeting(simulatorUrl, appUrl ?? localUrl, username),
    async stop() {
      state = 'stopping';
      await Promise.all(pollers.map((poller) => poller.stop()));
      await bot.stop();
      await closeServer(server);
      await pages.close();
      await end.close();
      await closeDatabase();
    },
  };
}

async function initBot(bot: Bot<BotContext>, apiRoot: string): Promise<void> {
  await bot.init().catch((error) => {
    const refused = /401|404/.test(errorText(error));
    throw new SetupError(
      refused
        ? 'Telegram does not accept BOT_TOKEN. Copy it again from @BotFather.'
        : `Telegram cannot be reached at ${apiRoot}. Check the network, or TELEGRAM_API_ROOT.`,
    );
  });
}

async function receiveUpdates(
  bot: Bot<BotContext>,
  config: BotConfig,
  webhookUrl: string,
  secret: string,
  log: Log,
): Promise<void> {
  if (config.mode !== 'polling') return registerWebhook(bot, webhookUrl, secret);
  await refuseStolenWebhook(bot, config.asked);
  bot.start({ allowed_updates: [...allowedUpdates] }).catch((error) => {
    log.fatal({ error: errorText(error) }, 'long polling ended: no more updates arrive');
  });
}

function greeting(simulatorUrl: string | null, appUrl: string, username: string): string {
  if (!simulatorUrl) return `\nFollowthrough is running as https://t.me/${username}\n`;
  return `
Followthrough is running.

  Simulator   ${simulatorUrl}   the chat with the bot, and the Mini App beside it: start here
  Mini App    ${appUrl}   opens inside Telegram and the simulator only

To serve real Telegram set BOT_TOKEN (see README.md). Ctrl-C stops; everything is kept.
`;
}
