import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Db } from '../../server/db/client.ts';
import { sendHealth, sendReadiness } from '../../server/http/health.ts';
import { createPoller, type Poller } from '../../server/pollers/poller.ts';
import { openMemoryDatabase, openTestDatabase } from '../support/database.ts';
import { frozenClock } from '../support/frozen-clock.ts';
import { silentLog } from '../support/log.ts';
import { monday } from '../support/people.ts';
import { serve } from '../support/serve.ts';

const database = openTestDatabase();

type State = 'starting' | 'ready' | 'stopping';

async function openHealth(db: Db, state: State, pollers: Poller[] = []) {
  const server = createServer((request, response) => {
    if (request.url === '/healthz') sendHealth(response);
    else void sendReadiness(response, { db, pollers, state });
  });
  const url = await serve(server);
  return (path: string) => fetch(`${url}${path}`);
}

const closed: Db = await openMemoryDatabase().then(async ({ db, close }) => {
  await close();
  return db;
});

describe('GET /healthz', () => {
  it('says alive even while the database is gone', async () => {
    const response = await (await openHealth(closed, 'ready'))('/healthz');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true });
  });
});

describe('GET /readyz', () => {
  it('is 200 with the last good run of each poller, which is null before the first', async () => {
    const deps = { clock: frozenClock(monday), log: silentLog };
    const idle = createPoller({ name: 'idle', cron: '0 0 1 1 *', run: async () => {} }, deps);
    const good = createPoller({ name: 'good', cron: '0 0 1 1 *', run: async () => {} }, deps);
    const bad = createPoller(
      { name: 'bad', cron: '0 0 1 1 *', run: () => Promise.reject(new Error('secret detail')) },
      deps,
    );
    await Promise.all([good.tick(), bad.tick()]);
    const get = await openHealth(database.db, 'ready', [idle, good, bad]);
    const response = await get('/readyz');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      ok: true,
      state: 'ready',
      database: true,
      pollers: {
        idle: { lastTick: null, ok: true },
        good: { lastTick: monday.toISOString(), ok: true },
        bad: { lastTick: null, ok: false },
      },
    });
  });

  it.each(['starting', 'stopping'] as const)('is 503 while the program is %s', async (state) => {
    const response = await (await openHealth(database.db, state))('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ok: false, state, database: true, pollers: {} });
  });

  it('is 503 when the database does not answer, without saying why to the world', async () => {
    const response = await (await openHealth(closed, 'ready'))('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ok: false, state: 'ready', database: false, pollers: {} });
  });
});
