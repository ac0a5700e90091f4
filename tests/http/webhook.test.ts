import { once } from 'node:events';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createHttpServer } from '../../server/http/server.ts';
import { webhookHandler, webhookPath } from '../../server/http/webhook.ts';
import type { Receipt, Receive } from '../../server/telegram/receive.ts';
import { keepLog } from '../support/log.ts';
import { serve } from '../support/serve.ts';

const secret = 'the-secret-given-to-setWebhook';
const withSecret = { 'X-Telegram-Bot-Api-Secret-Token': secret };

/** A webhook behind which somebody only counts what comes in, and says what became of it. */
async function openWebhook({ receipt = 'settled' as Receipt } = {}) {
  const { log } = keepLog();
  const handled: number[] = [];
  const receive: Receive = async (update) => {
    handled.push(update.update_id);
    return receipt;
  };
  const server = createHttpServer({
    routes: { [webhookPath]: webhookHandler(receive, secret) },
    pages: (_, response) => void response.writeHead(404).end(),
    ...{ frameOrigin: null, dev: false, log },
  });
  const url = `${await serve(server)}${webhookPath}`;
  const send = (body: string, headers: Record<string, string> = withSecret) =>
    fetch(url, { method: 'POST', body, headers });
  const post = async (...request: Parameters<typeof send>) => (await send(...request)).status;
  return { url, handled, send, post };
}

describe('the webhook', () => {
  it('hands an update with the right secret to the bot', async () => {
    const { post, handled } = await openWebhook();
    expect(await post('{"update_id":7}')).toBe(200);
    expect(handled).toEqual([7]);
  });

  it.each([
    ['no secret', {}],
    ['a wrong one', { 'X-Telegram-Bot-Api-Secret-Token': `${secret}x` }],
    ['an empty one', { 'X-Telegram-Bot-Api-Secret-Token': '' }],
    ['one in another case', { 'X-Telegram-Bot-Api-Secret-Token': secret.toUpperCase() }],
  ])('answers 401 to %s, and does not look at the update', async (_, headers: Record<string, string>) => {
    const { post, handled } = await openWebhook();
    expect(await post('{"update_id":7}', headers)).toBe(401);
    expect(await post('not even json', headers)).toBe(401);
    expect(handled).toEqual([]);
  });

  it.each(['GET', 'PUT', 'DELETE', 'HEAD'])('answers 405 to %s', async (method) => {
    const { url } = await openWebhook();
    expect((await fetch(url, { method, headers: withSecret })).status).toBe(405);
  });

  it.each(['', '{', 'null', '[]', '7', '"update"', '{}', '{"update_id":"7"}', '{"update_id":-1}', '\u0000'])(
    'answers 400 to the body %j',
    async (body) => {
      const { post, handled } = await openWebhook();
      expect(await post(body)).toBe(400);
      expect(handled).toEqual([]);
    },
  );

  it('answers 503 to an update that has to come again, and says when', async () => {
    const { send } = await openWebhook({ receipt: 'later' });
    const response = await send('{"update_id":7}');
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
  });

  it('is at its own path only', async () => {
    const { url } = await openWebhook();
    for (const path of [
      '/telegram',
      '/telegram/webhook/',
      '/telegram/webhook/x',
      '/__proto__',
      '/toString',
    ]) {
      const response = await fetch(new URL(path, url), { method: 'POST', body: '{}', headers: withSecret });
      expect(response.status).toBe(404);
    }
    expect((await fetch(`${url}?a=1`, { method: 'POST', body: '{}', headers: withSecret })).status).toBe(400);
  });
});

describe('a body over 1 MB', () => {
  const megabyte = 1024 * 1024;
  const padded = (bytes: number) => {
    const [start, end] = ['{"update_id":7,"pad":"', '"}'];
    return `${start}${'x'.repeat(bytes - start.length - end.length)}${end}`;
  };

  it('is refused with 413 by its length', async () => {
    const { post, handled } = await openWebhook();
    expect(await post(padded(megabyte + 1))).toBe(413);
    expect(handled).toEqual([]);
  });

  it('is refused with 413 when it comes in chunks, without a length', async () => {
    const { url, handled } = await openWebhook();
    const chunk = 'x'.repeat(64 * 1024);
    const sending = request(url, { method: 'POST', headers: withSecret });
    const answered = once(sending, 'response');
    for (let sent = 0; sent < 20; sent += 1) sending.write(chunk);
    const [response] = await answered;
    expect(response.statusCode).toBe(413);
    expect(handled).toEqual([]);
    sending.destroy();
  });

  it('may be 1 MB to the byte', async () => {
    const { post, handled } = await openWebhook();
    expect(await post(padded(megabyte))).toBe(200);
    expect(handled).toEqual([7]);
  });
});
