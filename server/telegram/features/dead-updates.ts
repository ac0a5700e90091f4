import { BotError, Composer } from 'grammy';
import type { Update } from 'grammy/types';
import { cut } from '../../cut.ts';
import { errorText } from '../../errors.ts';
import { personTime } from '../../time/person.ts';
import { type Card, toPayload } from '../card.ts';
import type { BotContext } from '../context.ts';
import {
  claimDeadUpdate,
  forgetDeadUpdate,
  keepDeadUpdate,
  listDeadUpdates,
  type Seen,
} from '../dead-updates.ts';
import { deadUpdatesCard } from '../dead-updates-card.ts';
import { isSettledEdit } from '../failure.ts';
import { answerTap, replyCard } from '../reply.ts';
import { onTap } from '../tap.ts';

const shown = 10;

type Handle = (update: Update) => Promise<void>;

/**
 * /dead, for administrators alone: the updates whose handler failed, to be forgotten or handled again with `handle`,
 * which asks no more whether an update was handled before. For everybody else there is no such command.
 */
export function deadUpdates(handle: Handle): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  const admins = feature.filter((ctx) => ctx.adminIds.includes(ctx.user.id));

  admins.command('dead', async (ctx) => {
    await replyCard(ctx, await drawList(ctx));
  });

  admins.on('callback_query:data').use(
    onTap(['dead-retry', 'dead-forget'], async (ctx, { act, ...seen }) => {
      await (act === 'dead-retry' ? tryAgain(ctx, seen, handle) : forget(ctx, seen));
      const { text, ...other } = toPayload(await drawList(ctx));
      await ctx.editMessageText(text, other).catch((error) => {
        if (!isSettledEdit(error)) throw error;
      });
    }),
  );
  return feature;
}

async function drawList({ db, user, now }: BotContext): Promise<Card> {
  return deadUpdatesCard(await listDeadUpdates(db, shown), now, personTime(user).timeZone);
}

async function tryAgain(ctx: BotContext, seen: Seen, handle: Handle): Promise<void> {
  const { db, log } = ctx;
  const { updateId, attempts } = seen;
  const update = await claimDeadUpdate(db, seen);
  if (!update) return answerTap(ctx, 'dead.changed');
  try {
    await handle(update);
  } catch (failure) {
    const error = errorText(failure instanceof BotError ? failure.error : failure);
    log.error({ updateId, error }, 'a dead update could not be handled this time either');
    await keepDeadUpdate(db, updateId, error);
    return answerTap(ctx, 'dead.failedAgain', { error: cut(error, 150) });
  }
  await forgetDeadUpdate(db, { updateId, attempts: attempts + 1 });
  return answerTap(ctx, 'dead.handled');
}

async function forget(ctx: BotContext, seen: Seen): Promise<void> {
  await answerTap(ctx, (await forgetDeadUpdate(ctx.db, seen)) ? 'dead.forgotten' : 'dead.changed');
}
