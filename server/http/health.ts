import type { IncomingMessage, ServerResponse } from 'node:http';
import { sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import type { Log } from '../log.ts';
import type { Poller } from '../pollers/poller.ts';
import type { Troubles } from '../troubles.ts';
import { createProbe } from './probe.ts';

/** GET /healthz: the process is alive. */
export function sendHealth(response: ServerResponse): void {
  sendJson(response, 200, { ok: true });
}

type Program = {
  db: Db;
  log: Log;
  pollers: readonly Pick<Poller, 'name' | 'lastTick' | 'lastError'>[];
  troubles: Pick<Troubles, 'list'>;
  /** Asked anew for every answer. */
  state(): 'starting' | 'ready' | 'stopping';
};

/**
 * GET /readyz: 200 when the database answers, the process is neither starting nor stopping and nothing keeps it from
 * its work, else 503; with each trouble in words that say what to do, and the last good run of each poller (ISO 8601,
 * null before the first), so that a silent one is noticed. Why something failed is in the log, not told to the world.
 */
export function readinessHandler({ db, log, pollers, troubles, state }: Program) {
  const probe = createProbe(async () => {
    await db.execute(sql`select 1`);
    return true;
  }, log);
  return async (_: IncomingMessage, response: ServerResponse): Promise<void> => {
    const database = (await probe()) ?? false;
    const raised = troubles.list();
    const ok = database && state() === 'ready' && raised.length === 0;
    const ticks = Object.fromEntries(
      pollers.map(({ name, lastTick, lastError }) => [name, { lastTick, ok: lastError === null }]),
    );
    sendJson(response, ok ? 200 : 503, { ok, state: state(), database, troubles: raised, pollers: ticks });
  };
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
