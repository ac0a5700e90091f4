import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Update } from 'grammy/types';
import { z } from 'zod';
import type { Receive } from '../telegram/receive.ts';
import { readBody } from './read-body.ts';
import { isSameSecret } from './same-secret.ts';

export const webhookPath = '/telegram/webhook';

const maxBytes = 1024 * 1024;
/** An instance that died counts as dead after twenty seconds: by the third or fourth time, the update is taken over. */
const retryAfterSeconds = 5;

/** Telegram's updates are many and grow with its releases; what we rely on is the number, the rest grammY reads. */
const update = z.looseObject({ update_id: z.number().int().nonnegative() });

/**
 * Answers POST /telegram/webhook: 401 without the secret that was given to setWebhook, 413 over 1 MB, 400 on malformed
 * JSON, otherwise 200 once the update is settled, also when a handler failed: Telegram would send such an update again
 * for a day, and nothing else of that chat in the meantime. 503 makes Telegram send it again: an update that could not
 * be stored, or that another instance has in hand, would be lost with a 200 (Telegram's Bot API server).
 */
export function webhookHandler(receive: Receive, secret: string) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') return end(response, 405);
    if (!isSameSecret(request.headers['x-telegram-bot-api-secret-token'], secret)) return end(response, 401);
    const body = await readBody(request, maxBytes);
    if (body === null) return end(response, 413);
    const parsed = update.safeParse(parseJson(body));
    if (!parsed.success) return end(response, 400);
    if ((await receive(parsed.data as unknown as Update)) === 'settled') return end(response, 200);
    response.setHeader('Retry-After', retryAfterSeconds);
    end(response, 503);
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}
