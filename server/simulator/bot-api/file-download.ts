import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Context } from '../context.ts';
import { BotApiError } from './errors.ts';
import { playFault } from './play-fault.ts';
import { sendError } from './send-error.ts';

/**
 * Answers GET /file/bot<token>/<path> with the bytes of a file, as Telegram does. Returns false when the path is
 * something else. Faults are played on it under the name of a method "file".
 */
export async function serveFile(
  context: Context,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  const match = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
  if (!match || request.method !== 'GET') return false;
  const [, token = '', path = ''] = match;
  const read = async () => {
    if (decodeURIComponent(token) !== context.state.token) throw new BotApiError(401, 'Unauthorized');
    const result = await context.files.read(decodeURIComponent(path));
    if (!result) throw new BotApiError(404, 'Not Found');
    return { result };
  };
  const fault = context.faults.take('file');
  try {
    const answer = fault ? await playFault(fault, read) : await read();
    if (answer === 'cut') request.socket.resetAndDestroy();
    else response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(answer.result);
  } catch (error) {
    sendError(context, response, error);
  }
  return true;
}
