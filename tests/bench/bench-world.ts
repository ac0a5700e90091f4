import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../../server/clock.ts';
import { openPostgres } from '../../server/db/client.ts';
import { beatMs } from '../../server/instances/instances.ts';
import { createLog } from '../../server/log.ts';
import { createMeter } from '../../server/meter.ts';
import { noModel } from '../../server/model/port.ts';
import { createDrafter } from '../../server/plans/drafter.ts';
import { createHeartbeat } from '../../server/pollers/heartbeat.ts';
import { createPollers, type PollerDeps } from '../../server/pollers/index.ts';
import { createSendingApi } from '../../server/telegram/client.ts';
import { createFiles } from '../../server/telegram/files.ts';
import { createTroubles } from '../../server/troubles.ts';
import { createWake } from '../../server/wake.ts';
import { startPostgres } from '../support/postgres-server.ts';
import { type Child, startChild } from './child.ts';

type Hello = { url: string; token: string };

/** A PostgreSQL of its own, the stand-in as another process, and everything a sender needs; the pace is off. */
export async function openBenchWorld() {
  const server = await startPostgres();
  const { db, close } = await openPostgres(await server.create('bench'));
  const standIn: Child<Hello> = await startChild('./stand-in.ts');
  const log = createLog('warn');
  const shared = { db, clock: systemClock, log, wake: createWake(), appUrl: 'https://app.example.org' };
  const files = createFiles(standIn.hello.token, standIn.hello.url);
  const botDeps = {
    ...{ ...shared, instance: randomUUID(), troubles: createTroubles(log), adminIds: [] },
    ...{ files, model: noModel },
  };
  const heartbeat = createHeartbeat(botDeps);
  await heartbeat.run();
  const beats = setInterval(() => void heartbeat.run(), beatMs);
  const deps: PollerDeps = {
    ...{ ...botDeps, heartbeat, meter: createMeter(), drafter: createDrafter(noModel) },
    api: createSendingApi(standIn.hello.token, standIn.hello.url),
    sendRate: 0,
    sleep: (ms) => wait(ms),
    chance: Math.random,
  };
  return {
    ...{ server, db, standIn, deps },
    pollers: () => createPollers(deps, { reminderCron: '*/15 * * * *', followupCron: '0 */6 * * *' }),
    async close() {
      clearInterval(beats);
      standIn.stop();
      await close();
      await server.stop();
    },
  };
}

export type BenchWorld = Awaited<ReturnType<typeof openBenchWorld>>;
