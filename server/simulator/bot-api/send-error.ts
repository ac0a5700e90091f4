import type { ServerResponse } from 'node:http';
import type { Context } from '../context.ts';
import { sendJson } from '../http.ts';
import { BotApiError } from './errors.ts';

/** Answers with a refusal in the Bot API's shape; what is none is logged and answered with 500. */
export function sendError(context: Context, response: ServerResponse, error: unknown): void {
  const known = error instanceof BotApiError ? error : new BotApiError(500, 'Internal Server Error');
  if (known !== error) context.log.error({ err: error }, 'bot api method failed');
  sendJson(response, known.code, {
    ok: false,
    error_code: known.code,
    description: known.description,
    ...(known.parameters ? { parameters: known.parameters } : {}),
  });
}
