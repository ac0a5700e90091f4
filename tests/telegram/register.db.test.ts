import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { webhookRegistration } from '../../server/db/schema.ts';
import { registerSurface, registerWebhook } from '../../server/telegram/register.ts';
import { type BotWorld, openBotWorld, webhookSecret } from '../support/bot-world.ts';
import { max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';

const database = openTestDatabase();

/** The commands a person sees. */
const commandsOf = async (world: BotWorld, id: number) =>
  (await world.state(id)).commands.map(({ command }) => command);
const everybodys = [
  'add',
  'today',
  'leads',
  'snoozed',
  'settings',
  'timezone',
  'away',
  'export',
  'help',
  'start',
];

describe('registering the bot', () => {
  it('tells Telegram the commands and puts the Mini App behind the menu button', async () => {
    const world = await openBotWorld(database.db);
    await registerSurface(world.bot, 'https://app.example.org');
    expect(await commandsOf(world, olga)).toEqual(everybodys);
    const { menuButton } = await world.state();
    expect(menuButton).toMatchObject({ type: 'web_app', web_app: { url: 'https://app.example.org/' } });
  });

  it('leaves the menu button alone where there is no Mini App', async () => {
    const world = await openBotWorld(database.db);
    await registerSurface(world.bot, null);
    expect((await world.state()).menuButton).toEqual({ type: 'default' });
  });

  it('shows administrators, and nobody else, their command too', async () => {
    const world = await openBotWorld(database.db);
    await registerSurface(world.bot, null, [olga]);
    expect(await commandsOf(world, olga)).toEqual([...everybodys, 'dead']);
    expect(await commandsOf(world, max)).toEqual(everybodys);
  });

  it('does not mind an administrator whom Telegram does not know yet', async () => {
    const world = await openBotWorld(database.db);
    world.bot.api.config.use(async (call, method, payload, signal) => {
      const { scope } = payload as { scope?: { chat_id?: number } };
      if (scope?.chat_id !== 7) return call(method, payload, signal);
      return { ok: false, error_code: 400, description: 'Bad Request: chat not found' };
    });
    await registerSurface(world.bot, 'https://app.example.org', [7, olga]);
    expect(await commandsOf(world, olga)).toContain('dead');
    expect((await world.state()).menuButton).toMatchObject({ type: 'web_app' });
  });
});

describe('the webhook', () => {
  const url = 'http://127.0.0.1:9/telegram/webhook';

  /** A world with the addresses and secrets that setWebhook was called with since. */
  async function watchedWorld() {
    const world = await openBotWorld(database.db);
    const calls: string[] = [];
    const network = { fails: false };
    world.bot.api.config.use(async (call, method, payload, signal) => {
      if (method !== 'setWebhook') return call(method, payload, signal);
      if (network.fails) throw new Error('no network');
      const { url, secret_token: secret } = payload as { url: string; secret_token: string };
      calls.push(`${url} ${secret}`);
      // Long enough for others to call as well, if nothing held them back.
      await sleep(200);
      return call(method, payload, signal);
    });
    const register = (to = url, secret = webhookSecret) =>
      registerWebhook(world.bot, database.db, to, secret);
    return { world, calls, register, network };
  }

  it('is set once by instances that start together, and not again at the next start', async () => {
    const { world, calls, register } = await watchedWorld();
    await Promise.all([1, 2, 3, 4].map(() => register()));
    await register();
    expect(calls).toEqual([`${url} ${webhookSecret}`]);
    expect((await world.api.getWebhookInfo()).url).toBe(url);
  });

  it('is set again when the secret or the address is another one', async () => {
    const { calls, register } = await watchedWorld();
    await register();
    await register(url, 'another-secret-of-the-webhook');
    await register(`${url}2`, 'another-secret-of-the-webhook');
    expect(calls).toEqual([
      `${url} ${webhookSecret}`,
      `${url} another-secret-of-the-webhook`,
      `${url}2 another-secret-of-the-webhook`,
    ]);
  });

  it('is set again when it was removed, or asks for other updates', async () => {
    const { world, calls, register } = await watchedWorld();
    await register();
    await world.api.deleteWebhook();
    await register();
    await world.api.setWebhook(url, { allowed_updates: ['message'] });
    await register();
    expect(calls).toHaveLength(3);
    expect((await world.api.getWebhookInfo()).allowed_updates).toContain('my_chat_member');
  });

  it('is set at the next start when Telegram could not be reached at this one', async () => {
    const { calls, register, network } = await watchedWorld();
    network.fails = true;
    await expect(register()).rejects.toThrow('no network');
    network.fails = false;
    await register();
    expect(calls).toHaveLength(1);
  });

  it('leaves no trace of its secret in the database', async () => {
    const { register } = await watchedWorld();
    await register();
    const [row, ...more] = await database.db.select().from(webhookRegistration);
    expect(more).toEqual([]);
    expect(row?.fingerprint).toMatch(/^[\da-f]{64}$/);
  });
});
