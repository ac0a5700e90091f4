import { createServer } from 'node:http';
import { Bot, webhookCallback } from 'grammy';
import { createHttpServer, listen } from '../../server/http/server.ts';
import { webhookHandler, webhookPath } from '../../server/http/webhook.ts';
import { createBot } from '../../server/telegram/bot.ts';
import { createReceiver } from '../../server/telegram/receive.ts';
import type { BenchWorld } from './bench-world.ts';
import { startChild } from './child.ts';
import { median } from './table.ts';

const count = 2000;
const rounds = 3;
const secret = 'the-secret-of-the-bench';
const update = JSON.stringify({
  update_id: '#',
  message: {
    message_id: 1,
    date: 0,
    text: '/help',
    entities: [{ type: 'bot_command', offset: 0, length: 5 }],
    from: { id: 777, is_bot: false, first_name: 'Person' },
    chat: { id: 777, type: 'private', first_name: 'Person' },
  },
});

/** Commands a second through our webhook, the workers awake beside it, in turn with a bare grammY bot that answers the same words. */
export async function benchWebhook(world: BenchWorld) {
  const [load, ours, bare] = await Promise.all([startChild('./load.ts'), serveOurs(world), serveBare(world)]);
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret };
  const run = (url: string, first: number, many = count) =>
    load.ask<number>({ url, headers, body: update, first, count: many });
  const pollers = world.pollers();
  for (const poller of pollers) poller.start();
  await run(ours.url, 1, 200);
  await run(bare.url, 1, 200);
  const times: { ours: number; bare: number }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const first = 10_000 * round;
    times.push({ bare: await run(bare.url, first), ours: await run(ours.url, first) });
  }
  await Promise.all(pollers.map((poller) => poller.stop()));
  load.stop();
  ours.close();
  bare.close();
  const perSecond = (ms: number[]) => (count / median(ms)) * 1000;
  const [oursPerSecond, barePerSecond] = [
    perSecond(times.map((time) => time.ours)),
    perSecond(times.map((time) => time.bare)),
  ];
  return { oursPerSecond, barePerSecond, share: oursPerSecond / barePerSecond };
}

const botInfo = (token: string) => ({
  ...{ id: Number(token.split(':')[0]), is_bot: true as const, first_name: 'Bench', username: 'bench_bot' },
  ...{ can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false },
  ...{ can_connect_to_business: false, has_main_web_app: false, has_topics_enabled: false },
  ...{ allows_users_to_create_topics: false, can_manage_bots: false, supports_join_request_queries: false },
});

async function serveOurs({ deps, standIn }: BenchWorld) {
  const { token, url: apiRoot } = standIn.hello;
  const bot = createBot({ token, apiRoot, botInfo: botInfo(token) }, deps);
  const server = createHttpServer({
    routes: { [webhookPath]: webhookHandler(createReceiver(bot, deps), secret) },
    pages: (_, response) => void response.writeHead(404).end(),
    ...{ frameOrigin: null, dev: false, log: deps.log },
  });
  const port = await listen(server, 0, '127.0.0.1');
  return { url: `http://127.0.0.1:${port}${webhookPath}`, close: () => server.closeAllConnections() };
}

/** As in grammY's guide: its own webhook callback and its own HTTP client; no database, nothing remembered. */
async function serveBare({ standIn }: BenchWorld) {
  const { token, url: apiRoot } = standIn.hello;
  const bot = new Bot(token, { botInfo: botInfo(token), client: { apiRoot } });
  bot.command('help', (ctx) => ctx.reply('What I can do:\n/add: add a lead\n/today: what to do now'));
  const server = createServer(webhookCallback(bot, 'http', { secretToken: secret }));
  const port = await listen(server, 0, '127.0.0.1');
  return { url: `http://127.0.0.1:${port}/`, close: () => server.closeAllConnections() };
}
