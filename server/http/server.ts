import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { errorCode, errorText, SetupError } from '../errors.ts';
import type { Log } from '../log.ts';
import { newTraceId, withTrace } from '../trace.ts';
import { setSecurityHeaders } from './security-headers.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Exact paths that are ours: webhook, health, metrics. Everything else is a page. */
export type Routes = Record<string, Handler>;

type Options = {
  routes: Routes;
  pages: Handler;
  frameOrigin: string | null;
  dev: boolean;
  log: Log;
};

/**
 * The one HTTP server: our own routes first, with everything else handed to Next.js behind the security headers. Each
 * request is a trace of its own, told in the answer's X-Request-Id: what a person reports is found in the log by it.
 */
export function createHttpServer(options: Options): Server {
  return createServer((request, response) => {
    const id = newTraceId();
    response.setHeader('X-Request-Id', id);
    void withTrace(id, () => answer(request, response, options));
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { routes, pages, frameOrigin, dev, log }: Options,
): Promise<void> {
  const path = request.url?.split('?', 1)[0] ?? '/';
  try {
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (route) return await route(request, response);
    setSecurityHeaders(request, response, { frameOrigin, dev });
    await pages(request, response);
  } catch (error) {
    log.error({ path, error: errorText(error) }, 'a request failed');
    if (!response.headersSent) response.writeHead(500);
    response.end();
  }
}

/**
 * Starts listening; resolves with the port. `host` undefined means every interface; `variable` is what sets the port.
 * @throws SetupError when the port is taken or may not be used.
 */
export async function listen(
  server: Server,
  port: number,
  host?: string,
  variable = 'PORT',
): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening').catch((error) => {
    const cause =
      errorCode(error) === 'EADDRINUSE' ? 'is in use by another program' : 'cannot be listened on';
    throw new SetupError(`Port ${port} ${cause}. Stop that program, or set ${variable} to another number.`);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

/** Takes no new connection and resolves when the requests under way are answered, within five seconds. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = setTimeout(() => server.closeAllConnections(), 5000);
    server.close(() => {
      clearTimeout(giveUp);
      resolve();
    });
    server.closeIdleConnections();
  });
}
