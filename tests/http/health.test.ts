import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Db } from '../../server/db/client.ts';
import { readinessHandler, sendHealth } from '../../server/http/health.ts';
import { createPoller, type Poller } from '../../server/pollers/poller.ts';
import { createTroubles } from '../../server/troubles.ts';
import { openMemoryDatabase, openTestDatabase } from '../support/database.ts';
import { frozenClock } from '../support/frozen-clock.ts';
import { keepLog, silentLog } from '../support/log.ts';
import { monday } from '../support/people.ts';
import { serve } from '../support/serve.ts';

const database = openTestDatabase();

type State = 'starting' | 'ready' | 'stopping';

async function openHealth(db: Db, state: State, pollers: Poller[] = []) {
  const { log, lines } = keepLog();
  const troubles = createTroubles(silentLog);
  const sendReadiness = readinessHandler({ db, log, pollers, troubles, state: () => state });
  const server = createServer((request, response) => {
    if (request.url === '/healthz') sendHealth(response);
    else void sendReadiness(request, response);
  });
  const url = await serve(server);
  return { get: (path: string) => fetch(`${url}${path}`), troubles, lines };
}

const closed: Db = await openMemoryDatabase().then(async ({ db, close }) => {
  await close();
  return db;
});

/** A database behind a network that swallows everything. */
const silent = { execute: () => new Promise(() => {}) } as unknown as Db;

describe('GET /healthz', () => {
  it('says alive even while the database is gone', async () => {
    const { get } = await openHealth(closed, 'ready');
    const response = await get('/healthz');
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
    const { get } = await openHealth(database.db, 'ready', [idle, good, bad]);
    const response = await get('/readyz');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      ok: true,
      state: 'ready',
      database: true,
      troubles: [],
      pollers: {
        idle: { lastTick: null, ok: true },
        good: { lastTick: monday.toISOString(), ok: true },
        bad: { lastTick: null, ok: false },
      },
    });
  });

  it.each(['starting', 'stopping'] as const)('is 503 while the program is %s', async (state) => {
    const { get } = await openHealth(database.db, state);
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ok: false, state, database: true, troubles: [], pollers: {} });
  });

  it('is 503 while something stops the program, and says in words what to do', async () => {
    const { get, troubles } = await openHealth(database.db, 'ready');
    const words = 'Telegram refused the token: set BOT_TOKEN to the one @BotFather shows.';
    troubles.raise('token-refused', words);
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({
      ...{ ok: false, database: true, troubles: [{ trouble: 'token-refused', words }] },
    });
    troubles.clear('token-refused');
    expect((await get('/readyz')).status).toBe(200);
  });

  it('is 503 when the database does not work, and says why in the log only', async () => {
    const { get, lines } = await openHealth(closed, 'ready');
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({
      ...{ ok: false, state: 'ready', database: false, troubles: [], pollers: {} },
    });
    expect(lines()).toMatchObject([{ level: 40, error: expect.stringContaining('closed') }]);
  });

  it('is 503 soon when the database never answers', async () => {
    const { get } = await openHealth(silent, 'ready');
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ok: false, database: false });
  });
});
