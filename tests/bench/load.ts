import { Agent, request } from 'undici';

/**
 * Posts `count` bodies to `url`, `concurrency` at a time, as a process of its own; "#" in the body is the number of the
 * request. Sends the milliseconds it took to its parent.
 */
type Job = { url: string; headers: Record<string, string>; body: string; first: number; count: number };

/** Telegram's own default for the connections to a webhook (Bot API, setWebhook: max_connections). */
const concurrency = 40;
const dispatcher = new Agent({ connections: concurrency, pipelining: 1 });

async function run({ url, headers, body, first, count }: Job): Promise<number> {
  let next = first;
  const begun = performance.now();
  const worker = async () => {
    while (next < first + count) {
      const text = body.replaceAll('"#"', String(next++));
      const response = await request(url, { dispatcher, method: 'POST', headers, body: text });
      await response.body.dump();
      if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return performance.now() - begun;
}

process.on('message', async (job: Job) => process.send?.(await run(job)));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
