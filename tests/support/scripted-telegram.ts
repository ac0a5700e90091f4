import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Api } from 'grammy';
import { createSendingApi } from '../../server/telegram/client.ts';
import { eventually } from './eventually.ts';
import { serve } from './serve.ts';

export type Told = { chatId: number; text: string };
/** What Telegram says instead of "ok"; 'cut' ends the connection without an answer. */
export type Refusal = { code: number; description: string; retryAfter?: number } | 'cut';
type Script = (message: Told) => Refusal | { messageId: number } | undefined;

/**
 * A Bot API for any chat, over real HTTP, of which the test decides every answer to a message and when it comes. It
 * takes every message until it is told otherwise.
 */
export async function openScriptedTelegram() {
  const [asked, sent]: [Told[], Told[]] = [[], []];
  let script: Script = () => undefined;
  let held: Promise<void> | null = null;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJson(request);
    if (!request.url?.endsWith('/sendMessage')) return ok(response, true);
    const message = { chatId: Number(body.chat_id), text: String(body.text) };
    asked.push(message);
    const said = script(message);
    await held;
    if (said === 'cut') return void request.socket.resetAndDestroy();
    if (said && 'code' in said) return refuse(response, said);
    sent.push(message);
    ok(response, { message_id: said?.messageId ?? sent.length });
  }

  const server = createServer((request, response) => void answer(request, response));
  const url = await serve(server);
  return {
    /** A client of it, as the pollers use one. */
    api: (): Api => createSendingApi('123456:a-token', url),
    /** Every call that sends, and what Telegram took of it, in the order of arrival. */
    asked,
    sent,
    /** From now on; what is asked for is decided when it arrives, even when its answer is held back. */
    answer: (next: Script) => {
      script = next;
    },
    /** No answer comes until the function that it returns is called. */
    hold(): () => void {
      let release = () => {};
      held = new Promise((resolve) => {
        release = resolve;
      });
      return () => {
        held = null;
        release();
      };
    },
    untilAsked: (count: number) => eventually(() => asked.length >= count),
  };
}

function ok(response: ServerResponse, result: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ ok: true, result }));
}

function refuse(response: ServerResponse, refusal: Exclude<Refusal, 'cut'>): void {
  const { code, description, retryAfter } = refusal;
  response.writeHead(code, { 'content-type': 'application/json' });
  const parameters = retryAfter === undefined ? undefined : { retry_after: retryAfter };
  response.end(JSON.stringify({ ok: false, error_code: code, description, parameters }));
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text ? JSON.parse(text) : {};
}
