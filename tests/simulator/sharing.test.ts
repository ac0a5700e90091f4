import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputFile, Keyboard } from 'grammy';
import type { Message } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Simulator } from '../../server/simulator/index.ts';
import { botFor, OLGA, post, refusal, startTrial, stateOf } from './support.ts';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startTrial();
});
afterEach(() => simulator.close());

const api = () => botFor(simulator).api;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const aPixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Olga does this; what the bot gets of it. */
async function messageAfter(route: string, body: object): Promise<Message> {
  expect(await post(simulator, route, { userId: OLGA, ...body })).toMatchObject({ status: 200 });
  const message = (await api().getUpdates()).at(-1)?.message;
  if (!message) throw new Error('the bot got no message');
  return message;
}

async function download(path: string, token = simulator.botToken) {
  const response = await fetch(`${simulator.url}/file/bot${token}/${path}`);
  return { status: response.status, text: await response.text() };
}

describe('a forwarded message', () => {
  it.each([
    [
      'of a person',
      { from: { first_name: 'Anna', last_name: 'Keller', username: 'anna_k' } },
      { type: 'user', sender_user: { is_bot: false, first_name: 'Anna', last_name: 'Keller' } },
    ],
    [
      'of somebody who hides their account',
      { hiddenName: 'Ivan P.' },
      { type: 'hidden_user', sender_user_name: 'Ivan P.' },
    ],
    ['from a group', { chat: { title: 'Founders' } }, { type: 'chat', sender_chat: { title: 'Founders' } }],
    [
      'from a channel',
      { channel: { title: 'Acme', username: 'acme', signature: 'Tom' } },
      { type: 'channel', chat: { type: 'channel', title: 'Acme' }, author_signature: 'Tom' },
    ],
  ])('%s says where it is from', async (_, whose, origin) => {
    const message = await messageAfter('forward', {
      ...whose,
      text: 'Call me on Monday',
      date: 1_700_000_000,
    });
    expect(message).toMatchObject({
      from: { id: OLGA },
      text: 'Call me on Monday',
      forward_origin: { ...origin, date: 1_700_000_000 },
    });
  });

  it('may be a picture with a caption, and keeps the sender’s id from one message to the next', async () => {
    const from = { first_name: 'Anna', username: 'Anna_K' };
    const file = { kind: 'photo', data: aPixel };
    const first = await messageAfter('forward', { from, text: 'My card: https://acme.example', file });
    const second = await messageAfter('forward', { from: { ...from, username: 'anna_k' }, text: 'Hi' });
    expect(first).toMatchObject({
      caption: 'My card: https://acme.example',
      caption_entities: [{ type: 'url' }],
    });
    expect(first.photo?.at(-1)).toMatchObject({ width: 1, height: 1 });
    const idOf = ({ forward_origin: origin }: Message) => origin?.type === 'user' && origin.sender_user.id;
    expect(idOf(first)).toEqual(expect.any(Number));
    expect(idOf(first)).toBe(idOf(second));
  });

  it.each([
    [{ text: 'whose?' }],
    [{ hiddenName: 'Ivan', text: ' ' }],
    [{ from: { first_name: '' }, text: 'Hi' }],
  ])('is refused when it cannot be: %j', async (body) => {
    expect(await post(simulator, 'forward', { userId: OLGA, ...body })).toMatchObject({ status: 400 });
    expect((await stateOf(simulator)).messages).toEqual([]);
  });
});

describe('a contact', () => {
  it('comes as the Bot API describes it', async () => {
    const contact = { phone_number: '+4930123456', first_name: 'Anna', user_id: 77, vcard: 'BEGIN:VCARD' };
    expect((await messageAfter('contact', contact)).contact).toEqual(contact);
  });
});

describe('files', () => {
  it('reach the bot by getFile, then by their path', async () => {
    const file = {
      kind: 'document',
      name: 'Leads März.csv',
      data: base64('Name;Firma'),
      caption: 'All of them',
    };
    const { document, caption } = await messageAfter('file', file);
    expect({ document, caption }).toMatchObject({
      document: { file_name: 'Leads März.csv', mime_type: 'text/csv', file_size: 10 },
      caption: 'All of them',
    });
    const { file_path = '' } = await api().getFile(document?.file_id ?? '');
    expect(await download(file_path)).toEqual({ status: 200, text: 'Name;Firma' });
    expect(await download(file_path, '7000000001:wrong')).toMatchObject({ status: 401 });
    expect(await download('documents/..%2f..%2fetc%2fpasswd')).toMatchObject({ status: 404 });
    expect(await refusal(api().getFile('nonsense'))).toEqual({
      code: 400,
      description: 'Bad Request: invalid file_id',
    });
  });

  it('are photos in two sizes, only the larger of them whole, and voice notes with a duration', async () => {
    const { photo } = await messageAfter('file', { kind: 'photo', data: base64('x'.repeat(2000)) });
    const bytes = [];
    for (const { file_id } of photo ?? []) {
      bytes.push((await download((await api().getFile(file_id)).file_path ?? '')).text.length);
    }
    expect(bytes[0]).toBeLessThan(bytes[1] ?? 0);
    const { voice } = await messageAfter('file', { kind: 'voice', data: base64('I met Anna'), duration: 7 });
    expect(voice).toMatchObject({ duration: 7, mime_type: 'audio/ogg', file_size: 10 });
    const { file_path = '' } = await api().getFile(voice?.file_id ?? '');
    expect(await download(file_path)).toEqual({ status: 200, text: 'I met Anna' });
  });

  it('of more than 20 MB are known to the bot and not given to it', async () => {
    const large = { kind: 'document', name: 'all.csv', size: 21_000_000 };
    const { document } = await messageAfter('file', large);
    expect(document?.file_size).toBe(21_000_000);
    expect(await refusal(api().getFile(document?.file_id ?? ''))).toEqual({
      code: 400,
      description: 'Bad Request: file is too big',
    });
    const data = Buffer.alloc(6_000_001).toString('base64');
    const tooMany = await post(simulator, 'file', { userId: OLGA, kind: 'document', data });
    expect(tooMany).toMatchObject({ status: 400, body: { error: expect.stringContaining('6 MB') } });
  });

  it('are forgotten when twenty newer ones have come', async () => {
    const first = await messageAfter('file', { kind: 'document', name: '0.txt', data: base64('0') });
    const { file_path = '' } = await api().getFile(first.document?.file_id ?? '');
    for (let count = 0; count < 20; count += 1) {
      await post(simulator, 'file', { userId: OLGA, kind: 'document', name: 'a.txt', data: base64('a') });
    }
    expect(await download(file_path)).toMatchObject({ status: 404 });
    expect(await refusal(api().getFile(first.document?.file_id ?? ''))).toMatchObject({ code: 400 });
  });

  it('outlive the simulator, where it keeps its state', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await simulator.close();
    const stateFile = join(folder, 'state.json');
    simulator = await startTrial({ stateFile });
    const sent = await messageAfter('file', { kind: 'document', name: 'a.vcf', data: base64('BEGIN:VCARD') });
    await simulator.close();
    simulator = await startTrial({ stateFile });
    const { file_path = '' } = await api().getFile(sent.document?.file_id ?? '');
    expect(await download(file_path)).toEqual({ status: 200, text: 'BEGIN:VCARD' });
  });

  it('fail as Telegram can: getFile and the download each take faults', async () => {
    const { voice } = await messageAfter('file', { kind: 'voice', data: base64('Hi') });
    const { file_path = '' } = await api().getFile(voice?.file_id ?? '');
    await post(simulator, 'faults', { kind: '500', method: 'file' });
    expect(await download(file_path)).toMatchObject({ status: 500 });
    expect(await download(file_path)).toMatchObject({ status: 200 });
    await post(simulator, 'faults', { kind: '500', method: 'getFile' });
    expect(await refusal(api().getFile(voice?.file_id ?? ''))).toMatchObject({ code: 500 });
  });
});

describe('a document of the bot', () => {
  it('is in the chat with its caption and buttons, and can be saved', async () => {
    await post(simulator, 'send', { userId: OLGA, text: '/export' });
    const file = new InputFile(Buffer.from('name,company\nAnna,Acme'), 'leads.csv');
    const sent = await api().sendDocument(OLGA, file, {
      caption: '<b>All</b> your leads',
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: 'Copy', copy_text: { text: 'x'.repeat(256) } }]] },
    });
    expect(sent).toMatchObject({
      document: { file_name: 'leads.csv', mime_type: 'text/csv' },
      caption: 'All your leads',
      caption_entities: [{ type: 'bold', offset: 0, length: 3 }],
    });
    const shown = (await stateOf(simulator)).messages.at(-1);
    expect(shown).toMatchObject({
      fromBot: true,
      text: 'All your leads',
      media: { document: sent.document },
    });
    const saved = await fetch(`${simulator.url}/simulator/file?id=${sent.document.file_id}`);
    expect(saved.headers.get('content-disposition')).toBe('attachment');
    expect(await saved.text()).toBe('name,company\nAnna,Acme');
  });

  it('is refused when it is empty, said too much of, or its words are edited as if it were a text', async () => {
    await post(simulator, 'send', { userId: OLGA, text: '/export' });
    const file = (text: string) => new InputFile(Buffer.from(text), 'a.csv');
    const caption = 'x'.repeat(1025);
    const sent = await api().sendDocument(OLGA, file('a'));
    const said = [
      await refusal(api().sendDocument(OLGA, file(''))),
      await refusal(api().sendDocument(OLGA, file('a'), { caption })),
      await refusal(api().editMessageText(OLGA, sent.message_id, 'New words')),
    ];
    expect(said.map((one) => one?.description)).toEqual([
      'Bad Request: file must be non-empty',
      'Bad Request: message caption is too long',
      'Bad Request: there is no text in the message to edit',
    ]);
  });
});

describe('the people picker', () => {
  const ask = async (limits: object) => {
    await post(simulator, 'send', { userId: OLGA, text: '/add' });
    const keyboard = new Keyboard().requestUsers('From contacts', 7, { max_quantity: 2, ...limits });
    return api().sendMessage(OLGA, 'Who?', { reply_markup: keyboard });
  };
  const pick = (userIds: number[]) => post(simulator, 'pick-users', { userId: OLGA, userIds });

  it('gives of the people what the key asked for', async () => {
    await ask({ request_name: true, request_username: true });
    const named = await messageAfter('pick-users', { userIds: [5001, 5003] });
    expect(named.users_shared).toEqual({
      request_id: 7,
      users: [
        { user_id: 5001, first_name: 'Anna', last_name: 'Keller', username: 'anna_keller' },
        { user_id: 5003, first_name: 'Lucía', last_name: 'Ortega' },
      ],
    });
    await ask({});
    const bare = await messageAfter('pick-users', { userIds: [5001] });
    expect(bare.users_shared?.users).toEqual([{ user_id: 5001 }]);
  });

  it('is refused without a key that asks, for more than it asks, and for strangers', async () => {
    expect(await pick([5001])).toMatchObject({ status: 400 });
    await ask({});
    for (const ids of [[5001, 5002, 5003], [4711], []])
      expect(await pick(ids)).toMatchObject({ status: 400 });
    await ask({ user_is_bot: true });
    expect(await pick([5001])).toMatchObject({ status: 400 });
    expect(await refusal(ask({ max_quantity: 11 }))).toMatchObject({ code: 400 });
  });
});
