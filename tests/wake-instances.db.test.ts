import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectInstances } from '../server/connect-instances.ts';
import { type Topic, topics } from '../server/wake.ts';
import { onPostgres, openTestDatabase } from './support/database.ts';
import { eventually } from './support/eventually.ts';
import { keepLog } from './support/log.ts';

const database = openTestDatabase();

/** A process on the database of this file, and what its workers were woken for since it was told to forget. */
async function connect(url = database.url) {
  const { log, lines } = keepLog();
  const { wake, close } = await connectInstances({ db: database.db, url, instance: randomUUID(), log });
  const woken: Topic[] = [];
  for (const topic of topics) wake.on(topic, () => woken.push(topic));
  onTestFinished(close);
  return { wake, woken, lines };
}

describe('a process that has its database for itself', () => {
  it('wakes its own workers', async () => {
    const { wake, woken } = await connect(null);
    wake.notify('reminders');
    expect(woken).toEqual(['reminders']);
  });
});

describe.runIf(onPostgres)('two instances on one PostgreSQL', () => {
  it('hear each other, and wake their workers for the same topics', async () => {
    const [here, there] = [await connect(), await connect()];
    here.wake.notify('reminders', 'test-reminders');
    await eventually(() => there.woken.length >= 2);
    expect(there.woken.toSorted()).toEqual(['reminders', 'test-reminders']);
    there.wake.notify('chat-refresh');
    await eventually(() => here.woken.includes('chat-refresh'));
  });

  it('do not hear their own words a second time', async () => {
    const [here, there] = [await connect(), await connect()];
    here.wake.notify('reminders');
    there.wake.notify('chat-refresh');
    // What the other one said after it has arrived, so its own word would have, too.
    await eventually(() => there.woken.includes('reminders'));
    await eventually(() => here.woken.includes('chat-refresh'));
    there.wake.notify('plan-requests');
    await eventually(() => here.woken.includes('plan-requests'));
    expect(here.woken.filter((topic) => topic === 'reminders')).toHaveLength(1);
    expect(there.woken.filter((topic) => topic === 'chat-refresh')).toHaveLength(1);
  });

  it('gather what is said in one burst, and lose none of it', async () => {
    const [here, there] = [await connect(), await connect()];
    for (let times = 1; times <= 50; times += 1) for (const topic of topics) here.wake.notify(topic);
    await eventually(() => topics.every((topic) => there.woken.includes(topic)));
    here.wake.notify('reminders');
    const before = there.woken.length;
    await eventually(() => there.woken.length > before);
    expect(there.woken.length).toBeLessThan(50);
  });

  it('listen again when the connection was killed, and look at everything, for something may have been said', async () => {
    const [here, there] = [await connect(), await connect()];
    const killed = await database.db.execute(
      sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query ilike 'listen%'`,
    );
    expect([...(killed as Iterable<unknown>)]).toHaveLength(2);
    await eventually(() => topics.every((topic) => there.woken.includes(topic)));
    await eventually(() => topics.every((topic) => here.woken.includes(topic)));
    there.woken.length = 0;
    here.wake.notify('reminders');
    await eventually(() => there.woken.includes('reminders'));
  });

  it('that cannot be heard say so, and wake their own workers all the same', async () => {
    const url = new URL(database.url ?? '');
    url.port = '9';
    const { wake, woken, lines } = await connect(url.href);
    wake.notify('reminders');
    expect(woken).toEqual(['reminders']);
    expect(lines()).toMatchObject([{ level: 40, msg: expect.stringContaining('cannot be told, or heard') }]);
  });
});
