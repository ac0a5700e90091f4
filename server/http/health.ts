import type { ServerResponse } from 'node:http';
import { sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import type { Poller } from '../pollers/poller.ts';

/** GET /healthz: the process is alive. */
export function sendHealth(response: ServerResponse): void {
  sendJson(response, 200, { ok: true });
}

/**
 * GET /readyz: 200 when the database answers and the process is neither starting nor stopping, else 503; with the last
 * good run of each poller (ISO 8601, null before the first), so that a silent one is noticed.
 */
export async function sendReadiness(
  response: ServerResponse,
  { db, pollers, state }: { db: Db; pollers: Poller[]; state: 'starting' | 'ready' | 'stopping' },
): Promise<void> {
  const database = await db.execute(sql`select 1`).then(
    () => true,
    () => false,
  );
  const ok = database && state === 'ready';
  const ticks = Object.fromEntries(
    pollers.map(({ name, lastTick, lastError }) => [name, { lastTick, ok: lastError === null }]),
  );
  sendJson(response, ok ? 200 : 503, { ok, state, database, pollers: ticks });
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
