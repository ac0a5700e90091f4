import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InlineKeyboard, webhookCallback } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from '../../server/simulator/index.ts';
import {
  botFor,
  eventually,
  MAX,
  OLGA,
  post,
  refusal,
  say,
  startHook,
  startTrial,
  stateOf,
} from './support.ts';

let simulator: Simulator;
let clean: (() => unknown)[];
beforeEach(async () => {
  clean = [];
  simulator = await startTrial();
});
afterEach(async () => {
  for (const act of clean) await act();
  await simulator.close();
});

async function webhook(options: { secret_token?: string; allowed_updates?: readonly never[] } = {}) {
  const hook = await startHook();
  clean.push(() => hook.close());
  await botFor(simulator).api.setWebhook(hook.url, options);
  return hook;
}

describe('a grammY bot', () => {
  it('serves a webhook: a command, a tap, an edit', async () => {
    const bot = botFor(simulator);
    bot.command('start', (ctx) =>
      ctx.reply(`Hi ${ctx.from?.first_name}`, { reply_markup: new InlineKeyboard().text('Done', 'v1:done') }),
    );
    bot.callbackQuery('v1:done', async (ctx) => {
      await ctx.answerCallbackQuery({ text: 'Done', show_alert: true });
      await ctx.editMessageText('✓ Done');
    });
    const server = createServer(webhookCallback(bot, 'http', { secretToken: 's3cret' }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    clean.push(() => server.close());
    const { port } = server.address() as AddressInfo;
    await bot.api.setWebhook(`http://localhost:${port}/`, { secret_token: 's3cret' });

    await say(simulator, '/start');
    const greeting = await eventually(async () =>
      (await stateOf(simulator)).messages.find(({ fromBot }) => fromBot),
    );
    expect(greeting.text).toBe('Hi Olga');
    const tap = await post(simulator, 'tap', { userId: OLGA, messageId: greeting.id, row: 0, column: 0 });
    expect(tap.body).toEqual({ answered: true, text: 'Done', showAlert: true });
    await eventually(async () => (await stateOf(simulator)).messages.find(({ text }) => text === '✓ Done'));
  });

  it('polls: updates wait until it asks, and come in order', async () => {
    await say(simulator, '/start');
    const bot = botFor(simulator);
    const seen: string[] = [];
    bot.on('message:text', (ctx) => void seen.push(ctx.message.text));
    void bot.start({ allowed_updates: ['message'] });
    clean.push(() => bot.stop());
    await eventually(() => seen.length === 1);
    await say(simulator, 'second');
    await eventually(() => seen.length === 2);
    expect(seen).toEqual(['/start', 'second']);
    expect((await stateOf(simulator)).botConnected).toBe(true);
  });

  it('may not poll while a webhook is set, nor twice at once', async () => {
    const { api } = botFor(simulator);
    await webhook();
    expect(await refusal(api.getUpdates())).toEqual({
      code: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
    await api.deleteWebhook();
    const first = refusal(api.getUpdates({ timeout: 5 }));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await api.getUpdates()).toEqual([]);
    expect(await first).toMatchObject({
      code: 409,
      description: expect.stringContaining('terminated by other getUpdates'),
    });
  });
});

describe('the webhook sender', () => {
  it('sends the secret and sequential update ids', async () => {
    const hook = await webhook({ secret_token: 'A-b_1' });
    await say(simulator, 'one');
    await say(simulator, 'two');
    await eventually(() => hook.received.length === 2);
    expect(hook.received.map(({ secret }) => secret)).toEqual(['A-b_1', 'A-b_1']);
    const [first, second] = hook.received.map(({ update }) => update.update_id);
    expect(second).toBe((first ?? 0) + 1);
  });

  it('tries again until the bot takes it, in order, without holding up other chats', async () => {
    const hook = await webhook();
    hook.answers.push(500);
    await say(simulator, 'poison', OLGA);
    await eventually(() => hook.received.length === 1);
    await say(simulator, 'after', OLGA);
    await say(simulator, 'max', MAX);
    await eventually(() => hook.received.length === 4);
    expect(hook.received.map(({ update }) => update.message?.text)).toEqual([
      'poison',
      'max',
      'poison',
      'after',
    ]);
    const info = await botFor(simulator).api.getWebhookInfo();
    expect(info).toMatchObject({ url: hook.url, last_error_message: expect.stringContaining('500') });
    await eventually(async () => (await botFor(simulator).api.getWebhookInfo()).pending_update_count === 0);
  });

  it('keeps to allowed_updates', async () => {
    const hook = await webhook({ allowed_updates: ['message'] as never });
    await say(simulator, 'x');
    await post(simulator, 'block', { userId: OLGA, blocked: true });
    await post(simulator, 'block', { userId: OLGA, blocked: false });
    await say(simulator, 'y');
    await eventually(() => hook.received.length === 2);
    expect(hook.received.every(({ update }) => update.message)).toBe(true);
  });

  it('refuses addresses and secrets that Telegram would refuse', async () => {
    const { api } = botFor(simulator);
    const words = 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook';
    expect(await refusal(api.setWebhook('http://acme.example/hook'))).toEqual({
      code: 400,
      description: words,
    });
    expect(await refusal(api.setWebhook('https://acme.example', { secret_token: 'a b' }))).toMatchObject({
      description: 'Bad Request: secret token contains unallowed characters',
    });
  });
});

describe('what a person does', () => {
  it('blocks and unblocks: 403 meanwhile, and the bot is told', async () => {
    const hook = await webhook();
    await say(simulator, '/start');
    await post(simulator, 'block', { userId: OLGA, blocked: true });
    expect(await refusal(botFor(simulator).api.sendMessage(OLGA, 'x'))).toEqual({
      code: 403,
      description: 'Forbidden: bot was blocked by the user',
    });
    await post(simulator, 'block', { userId: OLGA, blocked: false });
    expect(await refusal(botFor(simulator).api.sendMessage(OLGA, 'x'))).toBeNull();
    await eventually(() => hook.received.length === 3);
    const changes = hook.received.flatMap(({ update }) => update.my_chat_member ?? []);
    expect(changes.map(({ new_chat_member }) => new_chat_member.status)).toEqual(['kicked', 'member']);
  });

  it('allows writing from the Mini App without /start', async () => {
    expect(await refusal(botFor(simulator).api.sendMessage(MAX, 'x'))).toMatchObject({ code: 403 });
    await post(simulator, 'write-access', { userId: MAX });
    expect(await refusal(botFor(simulator).api.sendMessage(MAX, 'x'))).toBeNull();
  });

  it('replies to a message, and the bot sees to which', async () => {
    const hook = await webhook();
    await say(simulator, '/start');
    const { message_id } = await botFor(simulator).api.sendMessage(OLGA, 'Reminder');
    await say(simulator, 'she said yes', OLGA, message_id);
    await eventually(() => hook.received.length === 2);
    expect(hook.received[1]?.update.message?.reply_to_message).toMatchObject({
      message_id,
      text: 'Reminder',
    });
  });

  it('keeps each person’s chat apart', async () => {
    await say(simulator, 'from Olga', OLGA);
    expect((await stateOf(simulator, MAX)).messages).toEqual([]);
    expect((await stateOf(simulator, OLGA)).messages).toHaveLength(1);
  });

  it('taps only buttons that are there, and a query can be answered once', async () => {
    const hook = await webhook();
    await say(simulator, '/start');
    const { api } = botFor(simulator);
    const { message_id } = await api.sendMessage(OLGA, 'x', {
      reply_markup: new InlineKeyboard().text('A', 'a'),
    });
    const place = { userId: OLGA, messageId: message_id, row: 0, column: 0 };
    expect(await post(simulator, 'tap', { ...place, column: 1 })).toMatchObject({ status: 404 });
    expect(await post(simulator, 'tap', { ...place, userId: MAX })).toMatchObject({ status: 404 });

    const tap = post(simulator, 'tap', place);
    const query = await eventually(
      () => hook.received.find(({ update }) => update.callback_query)?.update.callback_query,
    );
    expect(query).toMatchObject({ data: 'a', from: { id: OLGA }, message: { message_id } });
    await api.answerCallbackQuery(query.id, { text: 'ok' });
    expect((await tap).body).toEqual({ answered: true, text: 'ok', showAlert: false });
    expect(await refusal(api.answerCallbackQuery(query.id))).toEqual({
      code: 400,
      description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
    });
  });
});
