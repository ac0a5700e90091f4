import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectInstances } from './connect-instances.ts';
import type { Db } from './db/client.ts';
import { openDatabase } from './db/open.ts';

import type { Config } from './env.ts';
import { readinessHandler, sendHealth } from './http/health.ts';
import { metricsHandler } from './http/metrics.ts';
import { closeServer, createHttpServer, listen, type Routes } from './http/server.ts';
import { webhookHandler, webhookPath } from './http/webhook.ts';
import { forgetOthers } from './instances/instances.ts';
import type { Log } from './log.ts';
import { createMeter } from './meter.ts';
import { createModel } from './model/create-model.ts';
import { openPages } from './pages.ts';
import { createDrafter } from './plans/drafter.ts';
import { createHeartbeat } from './pollers/heartbeat.ts';
import { createPollers } from './pollers/index.ts';
import type { Poller } from './pollers/poller.ts';
import { getNextNudgeAt } from './reminders/nudges.ts';
import { getNextSendAt } from './reminders/queries.ts';
import { setRuntime } from './runtime.ts';
import { createBot } from './telegram/bot.ts';
import { createSendingApi } from './telegram/client.ts';
import { createFiles } from './telegram/files.ts';
import { introduceBot, receiveUpdates } from './telegram/intake.ts';
import { createReceiver } from './telegram/receive.ts';
import { registerSurface } from './telegram/register.ts';
import { openTelegramEnd } from './telegram-end.ts';
import { createTroubles } from './troubles.ts';
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
  const instance = randomUUID();
  const { db, close: closeDatabase } = await openDatabase(config);
  if (!config.databaseUrl) await forgetOthers(db, instance);
  const pollers: Poller[] = [];
  const end = await openTelegramEnd(config, log, {
    nextDueAt: () => nextDueAt(db),
    runPollers: () => runAll(pollers),
  });
  const { clock, token, apiRoot, simulatorUrl } = end;

  let state: 'starting' | 'ready' | 'stopping' = 'starting';
  const [troubles, meter] = [createTroubles(log), createMeter()];
  const watch = { db, clock, log, pollers, troubles, state: () => state };
  const routes: Routes = {
    '/healthz': (_, response) => sendHealth(response),
    '/readyz': readinessHandler(watch),
    '/metrics': metricsHandler({ ...watch, token: config.metricsToken, meter }),
  };
  const pages = await openPages(dev, config.port);
  const server = createHttpServer({ routes, pages: pages.handle, frameOrigin: simulatorUrl, dev, log });
  // Simulated people have no secrets to keep, but nobody on the network should be one of them.
  const port = await listen(server, config.port, simulatorUrl ? '127.0.0.1' : undefined);
  const appUrl = config.bot.mode === 'simulator' ? `http://localhost:${port}` : config.bot.publicUrl;

  const { wake, close: leaveInstances } = await connectInstances({
    db,
    url: config.directUrl,
    instance,
    log,
  });
  const provider = config.model.provider ?? end.standInModel;
  const model = createModel({ ...config.model, provider }, { db, clock, log, meter });
  const files = createFiles(token, apiRoot);
  const deps = { db, clock, log, wake, appUrl, instance, troubles, adminIds: config.adminIds, model, files };
  const bot = createBot({ token, apiRoot }, deps);
  await introduceBot(bot, apiRoot);
  const botUsername = bot.botInfo.username;
  const ticks = () =>
    pollers.map(({ name, lastTick, lastError }) => ({ name, lastTick, ok: lastError === null }));
  const shared = { db, clock, log, wake, pollers: ticks };
  const modelDailyLimit = config.model.dailyLimit;
  setRuntime({
    ...{ ...shared, model, modelDailyLimit, botToken: token, botUsername },
    frameOrigin: simulatorUrl,
  });

  const heartbeat = createHeartbeat(deps);
  const sending = { api: createSendingApi(token, apiRoot), meter, heartbeat, sendRate: config.sendRate };
  const chance = Math.random;
  const tools = { drafter: createDrafter(model), sleep: pause, chance };
  pollers.push(...createPollers({ ...deps, ...sending, ...tools }, config));

  const secret = config.bot.mode === 'webhook' ? config.bot.webhookSecret : derivedSecret(token);
  const receive = createReceiver(bot, deps);
  // Before the first update: what this instance takes must belong to one that lives.
  await heartbeat.run();
  if (config.bot.mode !== 'polling') routes[webhookPath] = webhookHandler(receive, secret);
  await registerSurface(bot, appUrl, config.adminIds);
  const url = `${appUrl}${webhookPath}`;
  const intake = await receiveUpdates(bot, deps, config.bot, { receive, url, secret, sleep: pause });
  for (const poller of pollers) poller.start();
  state = 'ready';
  log.info({ port, mode: config.bot.mode, bot: botUsername, instance }, 'ready');

  async function stop() {
    state = 'stopping';
    // The heartbeat last: as long as something is in flight, the others have to know that this instance lives.
    const [pulse, ...workers] = pollers;
    await Promise.all([intake.stop(), closeServer(server), ...workers.map((poller) => poller.stop())]);
    await pulse?.stop();
    await heartbeat.end();
    await leaveInstances();
    await pages.close();
    await end.close();
    await closeDatabase();
  }
  return { appUrl, simulatorUrl, botUsername, stop };
}

/** When the next reminder, or the nudge about one, comes; null when none does. */
async function nextDueAt(db: Db): Promise<Date | null> {
  const [sendAt, nudgeAt] = [await getNextSendAt(db), await getNextNudgeAt(db)];
  return sendAt && nudgeAt ? new Date(Math.min(sendAt.getTime(), nudgeAt.getTime())) : (sendAt ?? nudgeAt);
}

/** Everything that is due at this moment is done when it resolves; in their order, for what one raises another sends. */
async function runAll(pollers: Poller[]): Promise<void> {
  for (const poller of pollers) {
    await poller.tick();
    await poller.idle();
  }
}
