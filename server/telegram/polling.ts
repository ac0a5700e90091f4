import { type Api, type Bot, GrammyError } from 'grammy';
import type { Update } from 'grammy/types';
import { errorText } from '../errors.ts';
import type { Log } from '../log.ts';
import { allowedUpdates } from './bot.ts';
import type { BotContext } from './context.ts';
import type { Receive } from './receive.ts';

/** How long one request may wait for an update, and how long we wait after one that failed. */
const pollSeconds = 30;
const pauseMs = 3000;

/** Answers that time will not mend: the token is refused, or another program gets the updates. */
const isFinal = (error: unknown) =>
  error instanceof GrammyError && [401, 404, 409].includes(error.error_code);

/** Node's own, which grammY knows by the type of an older package. */
type GrammySignal = Parameters<Api['getUpdates']>[1];

type Options = {
  log: Log;
  /** Waits that many milliseconds, or until `stopping` is aborted. */
  sleep(ms: number, stopping: AbortSignal): Promise<void>;
  stopping: AbortSignal;
};

/**
 * Fetches updates one after the other until `stopping` is aborted. An update is confirmed to Telegram only when it is
 * settled; grammY's own long polling confirms the one in hand as it stops, and so would lose it.
 * @throws GrammyError when Telegram will give no more updates, whatever we do.
 */
export async function poll(bot: Bot<BotContext>, receive: Receive, options: Options): Promise<void> {
  const { sleep, stopping } = options;
  await persist(() => bot.api.deleteWebhook(), options);
  const signal = stopping as GrammySignal;
  const ask = { timeout: pollSeconds, allowed_updates: [...allowedUpdates] };
  let offset = 0;

  async function isSettled(update: Update): Promise<boolean> {
    while (!stopping.aborted) {
      if ((await receive(update)) === 'settled') return true;
      await sleep(pauseMs, stopping);
    }
    return false;
  }

  while (!stopping.aborted) {
    const updates = await persist(() => bot.api.getUpdates({ ...ask, offset }, signal), options);
    for (const update of updates ?? []) {
      if (!(await isSettled(update))) break;
      offset = update.update_id + 1;
    }
  }
  // What is not confirmed now comes again, and is known.
  await bot.api
    .getUpdates({ offset, limit: 1 }, AbortSignal.timeout(pauseMs) as GrammySignal)
    .catch(() => undefined);
}

/** The answer to a call, repeated while the network or Telegram is down; undefined when the bot stops meanwhile. */
async function persist<T>(call: () => Promise<T>, { log, sleep, stopping }: Options): Promise<T | undefined> {
  for (let attempt = 0; !stopping.aborted; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      if (stopping.aborted) return undefined;
      if (isFinal(error)) throw error;
      if (attempt === 0)
        log.warn({ error: errorText(error) }, 'no updates from Telegram: asking until they come');
      const seconds = error instanceof GrammyError ? error.parameters.retry_after : undefined;
      await sleep(seconds ? seconds * 1000 : pauseMs, stopping);
    }
  }
  return undefined;
}
