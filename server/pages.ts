import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildWhenNeeded } from './build.ts';

export type Pages = {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  close(): Promise<void>;
};

/** The Mini App, served by Next.js: built first when needed, or compiled on demand in development. */
export async function openPages(dev: boolean, port: number): Promise<Pages> {
  if (!dev) buildWhenNeeded();
  // Loaded here, not at the top: Next.js reads NODE_ENV while it loads.
  const { default: next } = await import('next');
  const app = next({ dev, hostname: 'localhost', port });
  await app.prepare();
  return { handle: app.getRequestHandler(), close: () => app.close() };
}
