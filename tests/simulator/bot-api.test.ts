import { InlineKeyboard } from 'grammy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Simulator } from '../../server/simulator/index.ts';
import { botFor, MAX, OLGA, refusal, say, startTrial, stateOf } from './support.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTrial();
  await say(simulator, '/start');
});
afterAll(() => simulator.close());

const api = () => botFor(simulator).api;
const bad = (words: string) => ({ code: 400, description: `Bad Request: ${words}` });
const call = (method: string, init?: RequestInit, token = simulator.botToken) =>
  fetch(`${simulator.url}/bot${token}/${method}`, init).then((response) => response.json());

describe('the envelope', () => {
  it('refuses a wrong token and an unknown method as Telegram does', async () => {
    expect(await call('getMe', {}, '1:no')).toEqual({
      ok: false,
      error_code: 401,
      description: 'Unauthorized',
    });
    expect(await call('sendPigeon')).toEqual({
      ok: false,
      error_code: 404,
      description: 'Not Found: method not found',
    });
  });

  it('reads query, urlencoded and multipart fields, and any case of the method', async () => {
    const byQuery = await call(`SENDMESSAGE?chat_id=${OLGA}&text=query`);
    const form = new URLSearchParams({ chat_id: String(OLGA), text: 'form' });
    const byForm = await call('sendMessage', { method: 'POST', body: form });
    const multipart = new FormData();
    multipart.set('chat_id', String(OLGA));
    multipart.set('text', 'multipart');
    multipart.set('reply_markup', JSON.stringify({ inline_keyboard: [[{ text: 'A', callback_data: 'a' }]] }));
    const byMultipart = await call('sendMessage', { method: 'POST', body: multipart });
    expect([byQuery, byForm, byMultipart].map((answer) => answer.result.text)).toEqual([
      'query',
      'form',
      'multipart',
    ]);
    expect(byMultipart.result.reply_markup.inline_keyboard[0][0].callback_data).toBe('a');
  });

  it('refuses a body that cannot be read or is too large', async () => {
    const headers = { 'Content-Type': 'application/json' };
    expect(await call('sendMessage', { method: 'POST', headers, body: '{' })).toMatchObject({
      error_code: 400,
    });
    const large = JSON.stringify({ text: 'x'.repeat(1_100_000) });
    expect(await call('sendMessage', { method: 'POST', headers, body: large })).toMatchObject({
      error_code: 413,
    });
  });

  it('names the bot', async () => {
    const me = await api().getMe();
    expect(me).toMatchObject({ is_bot: true, username: simulator.botUsername });
    expect(String(me.id)).toBe(simulator.botToken.split(':')[0]);
  });
});

describe('sendMessage', () => {
  it('answers with the message, dated by the simulator’s clock', async () => {
    simulator.clock.advance(3_600_000);
    const message = await api().sendMessage(OLGA, '<b>Hi</b> /start', { parse_mode: 'HTML' });
    expect(message).toMatchObject({
      text: 'Hi /start',
      chat: { id: OLGA, type: 'private', first_name: 'Olga' },
      from: { is_bot: true },
      entities: [
        { type: 'bold', offset: 0, length: 2 },
        { type: 'bot_command', offset: 3, length: 6 },
      ],
    });
    expect(Math.abs(message.date - simulator.clock.now().getTime() / 1000)).toBeLessThan(5);
    expect(message.date - Date.now() / 1000).toBeGreaterThan(3_500);
  });

  it('takes a text of 4096 units and refuses one more', async () => {
    expect((await api().sendMessage(OLGA, 'x'.repeat(4096))).text).toHaveLength(4096);
    expect(await refusal(api().sendMessage(OLGA, 'x'.repeat(4097)))).toEqual(bad('message is too long'));
  });

  it.each([
    ['', 'message text is empty'],
    [' \n ', 'text must be non-empty'],
  ])('refuses the text %j', async (text, words) => {
    expect(await refusal(api().sendMessage(OLGA, text))).toEqual(bad(words));
  });

  it('refuses markup in Telegram’s words', async () => {
    const sent = api().sendMessage(OLGA, 'Hi.', { parse_mode: 'MarkdownV2' });
    expect(await refusal(sent)).toEqual(
      bad("can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'"),
    );
    // @ts-expect-error no such mode
    expect(await refusal(api().sendMessage(OLGA, 'Hi', { parse_mode: 'BBCode' }))).toEqual(
      bad('unsupported parse_mode'),
    );
  });

  it('refuses entities that do not fit', async () => {
    const bold = (offset: number, length: number) => ({
      entities: [{ type: 'bold' as const, offset, length }],
    });
    expect(await refusal(api().sendMessage(OLGA, 'ab', bold(1, 5)))).toEqual(
      bad('entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 6'),
    );
    const farAway = Math.floor(Date.now() / 1000) + 4 * 366 * 86_400;
    const date = {
      type: 'date_time' as const,
      offset: 0,
      length: 2,
      unix_time: farAway,
      date_time_format: 't' as const,
    };
    expect(await refusal(api().sendMessage(OLGA, 'ab', { entities: [date] }))).toEqual(
      bad('ENTITY_DATE_INVALID'),
    );
  });

  it('refuses chats it may not write to', async () => {
    expect(await refusal(api().sendMessage(4711, 'x'))).toEqual(bad('chat not found'));
    expect(await refusal(api().sendMessage(MAX, 'x'))).toEqual({
      code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
  });

  it('replies, and refuses to reply to nothing unless told it may', async () => {
    const first = await api().sendMessage(OLGA, 'first');
    const reply = await api().sendMessage(OLGA, 'second', {
      reply_parameters: { message_id: first.message_id },
    });
    expect(reply.reply_to_message).toMatchObject({ message_id: first.message_id, text: 'first' });
    const nowhere = { message_id: 999_999 };
    expect(await refusal(api().sendMessage(OLGA, 'x', { reply_parameters: nowhere }))).toEqual(
      bad('message to be replied not found'),
    );
    const lenient = { reply_parameters: { ...nowhere, allow_sending_without_reply: true } };
    expect((await api().sendMessage(OLGA, 'x', lenient)).reply_to_message).toBeUndefined();
  });
});

describe('buttons', () => {
  const send = (button: object) =>
    api().sendMessage(OLGA, 'x', {
      reply_markup: { inline_keyboard: [[{ text: 'B', ...button } as never]] },
    });

  it.each([
    [{ callback_data: 'é'.repeat(33) }, 'BUTTON_DATA_INVALID'],
    [{ copy_text: { text: 'x'.repeat(257) } }, 'BUTTON_COPY_TEXT_INVALID'],
    [
      { web_app: { url: 'http://acme.example' } },
      "inline keyboard button Web App URL 'http://acme.example' is invalid: Only HTTPS links are allowed",
    ],
    [{ url: 'no link' }, "inline keyboard button URL 'no link' is invalid: Wrong HTTP URL"],
    [{ text: ' ', callback_data: 'x' }, 'inline keyboard button text must be non-empty'],
    [{}, "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"],
  ])('refuses %j', async (button, words) => {
    expect(await refusal(send(button))).toEqual(bad(words));
  });

  it.each([
    { callback_data: 'x'.repeat(64) },
    { copy_text: { text: 'x'.repeat(256) } },
    { web_app: { url: 'http://localhost:3000/leads' } },
    { web_app: { url: 'https://acme.example/leads?step=1' } },
    { url: 'tg://user?id=1001' },
  ])('takes %j', async (button) => {
    const message = await send(button);
    expect(message.reply_markup?.inline_keyboard).toEqual([[{ text: 'B', ...button }]]);
  });
});

describe('edits', () => {
  it('changes text and buttons, and takes the buttons away when none are given', async () => {
    const { message_id } = await api().sendMessage(OLGA, 'before', {
      reply_markup: new InlineKeyboard().text('A', 'a'),
    });
    const edited = await api().editMessageText(OLGA, message_id, 'after');
    expect(edited).toMatchObject({ text: 'after', edit_date: expect.any(Number) });
    const stored = (await stateOf(simulator)).messages.find(({ id }) => id === message_id);
    expect(stored).toMatchObject({ text: 'after', editHidden: false });
    expect(stored?.keyboard).toBeUndefined();
  });

  it('does not call a change of the buttons alone an edit', async () => {
    const { message_id } = await api().sendMessage(OLGA, 'x', {
      reply_markup: new InlineKeyboard().text('A', 'a'),
    });
    await api().editMessageReplyMarkup(OLGA, message_id, {
      reply_markup: new InlineKeyboard().text('B', 'b'),
    });
    const stored = (await stateOf(simulator)).messages.find(({ id }) => id === message_id);
    expect(stored).toMatchObject({ editHidden: true, keyboard: [[{ text: 'B', callback_data: 'b' }]] });
  });

  it('refuses an edit that changes nothing', async () => {
    const markup = { reply_markup: new InlineKeyboard().text('A', 'a') };
    const { message_id } = await api().sendMessage(OLGA, '*x*', { parse_mode: 'MarkdownV2', ...markup });
    const words = bad(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
    const again = api().editMessageText(OLGA, message_id, '<b>x</b>', { parse_mode: 'HTML', ...markup });
    expect(await refusal(again)).toEqual(words);
    expect(await refusal(api().editMessageReplyMarkup(OLGA, message_id, markup))).toEqual(words);
  });

  it('refuses messages that are gone or not its own', async () => {
    const own = await say(simulator, 'mine');
    expect(await refusal(api().editMessageText(OLGA, 999_999, 'x'))).toEqual(
      bad('message to edit not found'),
    );
    expect(await refusal(api().editMessageText(OLGA, own, 'x'))).toEqual(bad("message can't be edited"));
    const { message_id } = await api().sendMessage(OLGA, 'x');
    await api().deleteMessage(OLGA, message_id);
    expect(await refusal(api().deleteMessage(OLGA, message_id))).toEqual(bad('message to delete not found'));
  });
});

describe('the bot’s profile', () => {
  it('keeps commands by scope and language and shows each person theirs', async () => {
    const both = [{ command: 'add', description: 'Add a lead' }];
    const german = [{ command: 'add', description: 'Kontakt anlegen' }];
    const scope = { type: 'all_private_chats' as const };
    await api().setMyCommands(both, { scope });
    await api().setMyCommands(german, { scope, language_code: 'de' });
    expect(await api().getMyCommands({ scope })).toEqual(both);
    expect((await stateOf(simulator, OLGA)).commands).toEqual(both);
    expect((await stateOf(simulator, MAX)).commands).toEqual(german);
    expect(await refusal(api().setMyCommands([{ command: 'Ä', description: 'x' }]))).toEqual(
      bad('BOT_COMMAND_INVALID'),
    );
  });

  it('keeps the menu button, the name and the descriptions', async () => {
    const menu_button = {
      type: 'web_app' as const,
      text: 'Open',
      web_app: { url: 'http://localhost:3000/' },
    };
    await api().setChatMenuButton({ menu_button });
    expect(await api().getChatMenuButton({ chat_id: OLGA })).toEqual(menu_button);
    await api().setMyName('Follow');
    await api().setMyDescription('What it does');
    await api().setMyShortDescription('Short');
    expect((await api().getMe()).first_name).toBe('Follow');
    expect(await stateOf(simulator)).toMatchObject({
      botName: 'Follow',
      description: 'What it does',
      menuButton: menu_button,
    });
  });

  it('takes a reaction and shows typing', async () => {
    const id = await say(simulator, 'thanks');
    await api().setMessageReaction(OLGA, id, [{ type: 'emoji', emoji: '👍' }]);
    expect((await stateOf(simulator)).messages.find((message) => message.id === id)?.reaction).toBe('👍');
    expect(await api().sendChatAction(OLGA, 'typing')).toBe(true);
  });
});
