import type { ServerResponse } from 'node:http';

/** What an open page is told: look again, or the bot is typing. */
export type LiveEvent = 'changed' | 'typing';

/** The open pages, by user, over Server-Sent Events. */
export type Live = {
  open(userId: number, response: ServerResponse): void;
  tell(userId: number, event: LiveEvent): void;
  tellAll(event: LiveEvent): void;
  close(): void;
};

/** Proxies and browsers drop a stream that stays silent for long. */
const HEARTBEAT_MS = 20_000;

export function createLive(): Live {
  const pages = new Map<ServerResponse, number>();
  const heartbeat = setInterval(() => {
    for (const page of pages.keys()) page.write(': still here\n\n');
  }, HEARTBEAT_MS);
  heartbeat.unref();

  const send = (event: LiveEvent, wanted: (userId: number) => boolean) => {
    for (const [page, userId] of pages) if (wanted(userId)) page.write(`event: ${event}\ndata: {}\n\n`);
  };
  return {
    open(userId, response) {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      response.write('retry: 500\n\n');
      pages.set(response, userId);
      response.on('close', () => pages.delete(response));
    },
    tell: (userId, event) => send(event, (id) => id === userId),
    tellAll: (event) => send(event, () => true),
    close() {
      clearInterval(heartbeat);
      for (const page of pages.keys()) page.end();
    },
  };
}
