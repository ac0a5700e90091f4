import { setTimeout as sleep } from 'node:timers/promises';
import { Api } from 'grammy';
import { openDatabase } from './db/open.ts';
import type { Config } from './env.ts';
import { sendHealth, sendReadiness } from './http/health.ts';
import { closeServer, createHttpServer, listen, type Routes } from './http/server.ts';
import { webhookHandler, webhookPath } from './http/webhook.ts';
import type { Log } from './log.ts';
import { openPages } from './pages.ts';
import { draftFromTemplate } from './plans/draft-from-template.ts';
import { createPollers } from './pollers/index.ts';
import type { Poller } from './pollers/poller.ts';
import { getNextDueAt } from './reminders/queries.ts';
import { setRuntime } from './runtime.ts';
import { createBot } from './telegram/bot.ts';
import { introduceBot, receiveUpdates } from './telegram/intake.ts';
import { registerSurface } from './telegram/register.ts';
import { openTelegramEnd } from './telegram-end.ts';
import { createWake } from './wake.ts';
import { derivedSecret } from './webhook-secret.ts';

export type App = {
  /** Where the Mini App is served; null when Telegram has no address to open it at. */
  appUrl: string | null;
  simulatorUrl: string | null;
  botUsername: string;
  /** No new work, work under way finished and recorded, the database last. */
  stop(): Promise<void>;
};

/** Ends early, and without an error, when the program stops. */
const pause = (ms: number, stopping: AbortSignal) =>
  sleep(ms, undefined, { signal: stopping }).catch(() => undefined);

/**
 * Builds and wires the whole program: database, Telegram or the simulator, HTTP, Next.js, bot, pollers.
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
  const pollers: Poller[] = [];
  const end = await openTelegramEnd(config, log, {
    nextDueAt: () => getNextDueAt(db),
    runPollers: async () => void (await Promise.all(pollers.map((poller) => poller.tick()))),
  });
  const { clock, token, apiRoot, simulatorUrl } = end;

  let state: 'starting' | 'ready' | 'stopping' = 'starting';
  const routes: Routes = {
    '/healthz': (_, response) => sendHealth(response),
    '/readyz': (_, response) => sendReadiness(response, { db, pollers, state }),
  };
  const pages = await openPages(dev, config.port);
  const server = createHttpServer({ routes, pages: pages.handle, frameOrigin: simulatorUrl, dev, log });
  // Simulated people have no secrets to keep, but nobody on the network should be one of them.
  const port = await listen(server, config.port, simulatorUrl ? '127.0.0.1' : undefined);
  const appUrl = config.bot.mode === 'simulator' ? `http://localhost:${port}` : config.bot.publicUrl;

  const wake = createWake();
  const deps = { db, clock, log, wake, appUrl };
  const bot = createBot({ token, apiRoot }, deps);
  await introduceBot(bot, apiRoot);
  const botUsername = bot.botInfo.username;
  setRuntime({ db, clock, log, wake, botToken: token, botUsername, frameOrigin: simulatorUrl });
  const api = new Api(token, { apiRoot, timeoutSeconds: 15 });
  pollers.push(...createPollers({ ...deps, api, drafter: draftFromTemplate, sleep: pause }, config));

  const secret = config.bot.mode === 'webhook' ? config.bot.webhookSecret : derivedSecret(token);
  if (config.bot.mode !== 'polling') routes[webhookPath] = webhookHandler(bot, secret, log);
  await registerSurface(bot, appUrl);
  await receiveUpdates(bot, config.bot, { url: `${appUrl}${webhookPath}`, secret, log });
  for (const poller of pollers) poller.start();
  state = 'ready';
  log.info({ port, mode: config.bot.mode, bot: botUsername }, 'ready');

  async function stop() {
    state = 'stopping';
    await Promise.all(pollers.map((poller) => poller.stop()));
    await bot.stop();
    await closeServer(server);
    await pages.close();
    await end.close();
    await closeDatabase();
  }
  return { appUrl, simulatorUrl, botUsername, stop };
}
