import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics } from 'prom-client';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/client.ts';
import type { Log } from '../log.ts';
import type { Meter } from '../meter.ts';
import { readQueueState } from '../reminders/queue-state.ts';
import { createGauges, type Moment } from './gauges.ts';
import { createProbe } from './probe.ts';
import { isSameSecret } from './same-secret.ts';

type Options = {
  /** Who sends it may read; null closes the address. */
  token: string | null;
  meter: Meter;
  db: Db;
  clock: Clock;
  log: Log;
  pollers: Moment['pollers'];
  troubles: Moment['troubles'];
};

/**
 * Answers GET /metrics in Prometheus' text format: 404 when no token is configured, 405 to other methods, 401 without
 * "Authorization: Bearer <token>". It answers also while the database does not, with what this process knows by itself.
 * Call it once for a meter: it adds the gauges and the process's own figures to the meter's registry.
 */
export function metricsHandler({ token, meter, db, clock, log, pollers, troubles }: Options) {
  if (token === null) return (_: IncomingMessage, response: ServerResponse) => end(response, 404);
  const { registry } = meter;
  collectDefaultMetrics({ register: registry });
  const setGauges = createGauges(registry);
  const probe = createProbe(() => readQueueState(db, clock.now()), log);

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'GET') return end(response, 405, { allow: 'GET' });
    if (!isSameSecret(bearer(request), token)) return end(response, 401, { 'www-authenticate': 'Bearer' });
    const queue = await probe();
    setGauges({ now: clock.now(), queue, pollers, troubles });
    const text = await registry.metrics();
    response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' }).end(text);
  };
}

function bearer(request: IncomingMessage): string | undefined {
  return request.headers.authorization?.match(/^Bearer +(\S+)$/i)?.[1];
}

function end(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, headers).end();
}
