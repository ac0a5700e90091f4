import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import type { Db } from '../db/client.ts';

const channel = 'followthrough';
/** What is said within this time travels in one NOTIFY. */
const gatherMs = 20;

export type Shout = {
  /** Lets the other instances hear these words soon. A word is short and holds neither comma nor colon. */
  say(words: readonly string[]): void;
  close(): Promise<void>;
};

type Options = {
  db: Db;
  /** The database without a pooler in between: LISTEN needs a session. */
  url: string;
  instance: string;
  /** Words of another instance. */
  hear(words: string[]): void;
  /** Listening began, or began again: what was said before may have been missed. */
  listening(): void;
  /** Nobody hears or is heard; the workers then look by themselves, every few seconds. */
  failed(error: unknown): void;
};

/** Instances on one PostgreSQL hear each other over LISTEN/NOTIFY; postgres.js listens again when a connection is lost. */
export async function openShout({ db, url, instance, hear, listening, failed }: Options): Promise<Shout> {
  const client = postgres(url, { max: 1, prepare: false, onnotice: () => {} });
  let gathered = new Set<string>();

  const onMessage = (payload: string) => {
    const [from, words = ''] = payload.split(':');
    if (from !== instance) hear(words.split(','));
  };
  await client.listen(channel, onMessage, listening).catch(failed);

  async function flush() {
    await wait(gatherMs);
    const payload = `${instance}:${[...gathered].join(',')}`;
    gathered = new Set();
    await db.execute(sql`select pg_notify(${channel}, ${payload})`).catch(failed);
  }

  return {
    say(words) {
      if (gathered.size === 0 && words.length > 0) void flush();
      for (const word of words) gathered.add(word);
    },
    close: () => client.end({ timeout: 1 }),
  };
}
