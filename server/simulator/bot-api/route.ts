import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '../context.ts';
import { MAX_BODY_BYTES_WITH_FILE, readBody, sendJson } from '../http.ts';
import { BotApiError } from './errors.ts';
import { serveFile } from './file-download.ts';
import type { Methods } from './method.ts';
import { callbackMethods } from './methods/callbacks.ts';
import { fileMethods } from './methods/files.ts';
import { messageMethods } from './methods/messages.ts';
import { profileMethods } from './methods/profile.ts';
import { updateMethods } from './methods/updates.ts';
import { readMultipart } from './multipart.ts';
import { readParams } from './params.ts';
import { playFault } from './play-fault.ts';
import { sendError } from './send-error.ts';

const methods: Methods = {
  ...messageMethods,
  ...fileMethods,
  ...updateMethods,
  ...profileMethods,
  ...callbackMethods,
};
/** Telegram reads method names without regard to case. */
const byLowerName = new Map(Object.entries(methods).map(([name, method]) => [name.toLowerCase(), method]));

/** Answers /bot<token>/<method> and /file/bot<token>/<path> as Telegram's Bot API does. Returns false when the path is something else. */
export async function serveBotApi(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  if (await serveFile(context, request, response, url)) return true;
  const match = /^\/bot([^/]+)\/(\w*)$/.exec(url.pathname);
  if (!match) return false;
  const [, token = '', name = ''] = match;
  const call = async () => {
    if (decodeURIComponent(token) !== context.state.token) throw new BotApiError(401, 'Unauthorized');
    const method = byLowerName.get(name.toLowerCase());
    if (!method) throw new BotApiError(404, 'Not Found: method not found');
    return method(
      context,
      readParams({ ...Object.fromEntries(url.searchParams), ...(await readFields(request)) }),
    );
  };
  const fault = context.faults.take(name);
  try {
    const answer = fault ? await playFault(fault, call) : await call();
    if (answer === 'cut') request.socket.resetAndDestroy();
    else sendJson(response, 200, { ok: true, ...answer });
  } catch (error) {
    sendError(context, response, error);
  }
  return true;
}

/** The fields of a body in any of the Bot API's three ways: JSON, urlencoded form, multipart form. */
async function readFields(request: IncomingMessage): Promise<Record<string, unknown>> {
  const type = request.headers['content-type'] ?? '';
  const mayHoldFile = type.startsWith('multipart/form-data');
  const body = await readBody(request, mayHoldFile ? MAX_BODY_BYTES_WITH_FILE : undefined);
  if (body === null) throw new BotApiError(413, 'Request Entity Too Large');
  if (body.length === 0) return {};
  try {
    if (type.startsWith('application/json')) return objectOf(JSON.parse(body.toString('utf8')));
    if (mayHoldFile) return readMultipart(body, type) ?? unreadable();
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    return Object.fromEntries(form.entries());
  } catch {
    return unreadable();
  }
}

function unreadable(): never {
  throw new BotApiError(400, "Bad Request: can't parse request body");
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
