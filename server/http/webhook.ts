import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import { z } from 'zod';
import { errorText } from '../errors.ts';
import type { Log } from '../log.ts';
import type { BotContext } from '../telegram/context.ts';
import { readBody } from './read-body.ts';

export const webhookPath = '/telegram/webhook';

const maxBytes = 1024 * 1024;

/** Telegram's updates are many and grow with its releases; what we rely on is the number, the rest grammY reads. */
const update = z.looseObject({ update_id: z.number().int().nonnegative() });

/**
 * Answers POST /telegram/webhook: 401 without the secret that was given to setWebhook, 413 over 1 MB, 400 on malformed
 * JSON, otherwise 200, also when a handler failed: Telegram would send such an update again for a day, and nothing
 * else of that chat in the meantime (Telegram's Bot API server).
 */
export function webhookHandler(bot: Bot<BotContext>, secret: string, log: Log) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') return end(response, 405);
    if (!isSame(request.headers['x-telegram-bot-api-secret-token'], secret)) return end(response, 401);
    const body = await readBody(request, maxBytes);
    if (body === null) return end(response, 413);
    const parsed = update.safeParse(parseJson(body));
    if (!parsed.success) return end(response, 400);
    await bot.handleUpdate(parsed.data as unknown as Update).catch((error) => {
      log.error(
        { updateId: parsed.data.update_id, error: errorText(error) },
        'an update could not be handled',
      );
    });
    end(response, 200);
  };
}

/** Compares digests, so that the time it takes tells nothing about the secret. */
function isSame(given: string | string[] | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
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
