import type { Db } from './db/client.ts';
import { errorText } from './errors.ts';
import { openShout } from './instances/shout.ts';
import type { Log } from './log.ts';
import { createWake, topics, type Wake } from './wake.ts';

type Options = { db: Db; instance: string; log: Log; url: string | null };

/**
 * The wake of this process, joined to those of the other instances on the PostgreSQL at `url`; null when this process
 * has its database for itself.
 */
export async function connectInstances({ url, log, ...options }: Options): Promise<{
  wake: Wake;
  close(): Promise<void>;
}> {
  if (!url) return { wake: createWake(), close: async () => {} };
  const wake = createWake((told) => shout.say(told));
  const shout = await openShout({
    ...options,
    url,
    hear: (words) => wake.notifyHere(topics.filter((topic) => words.includes(topic))),
    listening: () => wake.notifyHere(topics),
    failed: (error) =>
      log.warn({ error: errorText(error) }, 'the other instances cannot be told, or heard, at once'),
  });
  return { wake, close: () => shout.close() };
}
