import { type Bot, BotError } from 'grammy';
import type { Update } from 'grammy/types';
import { errorText } from '../errors.ts';
import type { BotContext, BotDeps } from './context.ts';
import { giveUp } from './give-up.ts';
import { personOf } from './person.ts';
import { together } from './together.ts';
import { markHandled, takeUpdates } from './updates.ts';

/**
 * What became of an update. "settled": Telegram need not send it again, whether it was handled well or not. "later":
 * nothing was done, and Telegram must send it again, because the database did not answer, or because another instance
 * has the update in hand and may yet die over it.
 */
export type Receipt = 'settled' | 'later';

/** Never rejects. */
export type Receive = (update: Update) => Promise<Receipt>;

/** The one way in, from the webhook and from long polling alike: each update is handled once, and none is lost. */
export function createReceiver(bot: Bot<BotContext>, deps: BotDeps): Receive {
  const { db, clock, log, instance } = deps;
  // Under load, one statement for many updates: commits are what a database has least of.
  const take = together((updateIds: number[]) => takeUpdates(db, { updateIds, instance, now: clock.now() }));
  const settle = together(async (updateIds: number[]) => {
    await markHandled(db, updateIds, clock.now());
    return updateIds;
  });
  const underWay = new Map<number, Promise<Receipt>>();
  /** Handled here, and the database not told yet, or not able to be: as long as this process lives, it remembers. */
  const unrecorded = new Set<number>();

  async function handleOnce(update: Update): Promise<Receipt> {
    const updateId = update.update_id;
    try {
      const taken = await take(updateId);
      if (taken !== 'ours') return taken === 'handled' ? 'settled' : 'later';
      const failure = await handle(bot, update);
      if (failure) await giveUp(deps, failure);
      else void record(updateId);
      return 'settled';
    } catch (error) {
      log.error({ updateId, error: errorText(error) }, 'an update could not be taken; it has to come again');
      return 'later';
    }
  }

  /** Telegram need not wait for it: what it was told is settled does not come again. */
  async function record(updateId: number): Promise<void> {
    unrecorded.add(updateId);
    try {
      await settle(updateId);
      unrecorded.delete(updateId);
    } catch (error) {
      log.warn(
        { updateId, error: errorText(error) },
        'an update was handled, and this could not be recorded',
      );
    }
  }

  return (update) => {
    const id = update.update_id;
    if (!personOf(update) || unrecorded.has(id)) return Promise.resolve('settled');
    // Sent again while it is being handled here: both wait for the same end.
    const known = underWay.get(id);
    if (known) return known;
    const receipt = handleOnce(update).finally(() => underWay.delete(id));
    underWay.set(id, receipt);
    return receipt;
  };
}

async function handle(bot: Bot<BotContext>, update: Update): Promise<BotError<BotContext> | null> {
  try {
    await bot.handleUpdate(update);
    return null;
  } catch (error) {
    if (error instanceof BotError) return error;
    throw error;
  }
}
