import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen } from '../../server/http/server.ts';

export type SentMessage = { chatId: number; text: string; messageId: number; at: number };

/**
 * The Bot API, as little of it as a bot needs to start and send, fast enough for thousands of messages; a message counts
 * as delivered before the answer leaves, as with Telegram. `latencyMs` is asked anew for each send.
 */
export async function startStandIn({ latencyMs = () => 0 }: { latencyMs?: () => number } = {}) {
  const token = '123456:a-token-of-the-stand-in';
  const sent: SentMessage[] = [];
  const calls = new Map<string, number>();
  let webhook = { url: '', allowed_updates: [] as string[] };
  let nextId = 1;

  const results: Record<string, (body: Record<string, unknown>) => unknown> = {
    getMe: () => ({ id: 123456, is_bot: true, first_name: 'Stand-in', username: 'stand_in_bot' }),
    getWebhookInfo: () => ({ ...webhook, has_custom_certificate: false, pending_update_count: 0 }),
    setWebhook: ({ url, allowed_updates }) => {
      webhook = { url: String(url), allowed_updates: allowed_updates as string[] };
      return true;
    },
    getUpdates: () => [],
    sendMessage: ({ chat_id, text }) => {
      const message = { chatId: Number(chat_id), text: String(text), messageId: nextId++, at: Date.now() };
      sent.push(message);
      return { message_id: message.messageId, date: 0, chat: { id: message.chatId, type: 'private' }, text };
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const method = request.url?.split('/').at(-1) ?? '';
    calls.set(method, (calls.get(method) ?? 0) + 1);
    const body = await readJson(request);
    const result = results[method]?.(body) ?? true;
    if (method === 'sendMessage') await sleep(latencyMs());
    if (method === 'getUpdates') await sleep(1000);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, result }));
  }

  const server = createServer(
    (request, response) => void answer(request, response).catch(() => request.destroy()),
  );
  const port = await listen(server, 0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    sent,
    calls: (method: string) => calls.get(method) ?? 0,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  return text ? JSON.parse(text) : {};
}
