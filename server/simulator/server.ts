import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { serveBotApi } from './bot-api/route.ts';
import { findChat } from './chats.ts';
import type { Context } from './context.ts';
import { isOwnCall, MAX_BODY_BYTES_WITH_FILE, readBody, sendJson } from './http.ts';
import { serveModel } from './model/route.ts';
import { captureRoutes } from './routes/capture-routes.ts';
import { chatRoutes, stateReply } from './routes/chat-routes.ts';
import { type ClockHooks, clockRoutes } from './routes/clock-routes.ts';
import { sendStoredFile } from './routes/file-route.ts';
import { type Page, servePage } from './routes/page-routes.ts';
import { type Reply, type Routes, refuse } from './routes/route.ts';

const KEEP_ALIVE_MS = 75_000;

/** The simulator's HTTP server, not yet listening: Bot API, /simulator/* and the page, on one origin. */
export function createSimulatorServer(context: Context, hooks: ClockHooks, page: Page): Server {
  const routes: Routes = { ...chatRoutes, ...captureRoutes, ...clockRoutes(hooks) };
  const server = createServer((request, response) => {
    serve(context, routes, page, request, response).catch((error: unknown) => {
      context.log.error({ err: error }, 'simulator request failed');
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { error: 'The simulator failed; see the log' });
    });
  });
  // Node's 5 seconds let a client write into a connection that is just being closed.
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

async function serve(
  context: Context,
  routes: Routes,
  page: Page,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (await serveBotApi(context, request, response, url)) return;
  if (await serveModel({ faults: context.modelFaults }, request, response, url.pathname)) return;
  if (url.pathname.startsWith('/simulator/')) return serveSimulator(context, routes, request, response, url);
  if (request.method === 'GET' && servePage(page, url.pathname, response)) return;
  sendJson(response, 404, { ok: false, error_code: 404, description: 'Not Found' });
}

async function serveSimulator(
  context: Context,
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const reply = isOwnCall(request)
    ? await answer(context, routes, request, response, url)
    : refuse(403, 'Not allowed');
  if (reply) sendJson(response, reply.status ?? 200, reply.body);
}

/** The reply to send, or null when the response is a stream that stays open. */
async function answer(
  context: Context,
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<Reply | null> {
  const name = `${request.method} ${url.pathname}`;
  if (name === 'GET /simulator/state') return stateReply(context, url);
  if (name === 'GET /simulator/events') {
    const chat = findChat(context, Number(url.searchParams.get('user')));
    if (!chat) return refuse(404, 'There is no such user here');
    context.live.open(chat.userId, response);
    return null;
  }
  if (name === 'GET /simulator/file')
    return sendStoredFile(context, url.searchParams.get('id') ?? '', response);
  const route = routes[name];
  if (!route) return refuse(404, 'Not found');
  const body = await readBody(request, MAX_BODY_BYTES_WITH_FILE);
  if (body === null) return refuse(413, 'Too large');
  const parsed = parseJson(body.toString('utf8') || '{}');
  return parsed.ok ? route(context, parsed.value) : refuse(400, 'The body is not JSON');
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
