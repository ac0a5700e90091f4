import type { BotError } from 'grammy';
import { errorText } from '../errors.ts';
import { holdPerson } from '../reminders/settle.ts';
import { judge } from '../reminders/verdict.ts';
import type { BotContext, BotDeps } from './context.ts';
import { buryUpdate } from './dead-updates.ts';
import { readFailure } from './failure.ts';
import { sayPlain } from './say.ts';
import { markHandled } from './updates.ts';

/**
 * A handler failed. A bug is logged once, the update kept for an administrator, and the person told; that they have
 * blocked the bot before it could answer is no bug, and only noted. Throws when the database cannot keep it, and has
 * told nobody then.
 */
export async function giveUp(
  { db, clock, log }: BotDeps,
  { error, ctx }: BotError<BotContext>,
): Promise<void> {
  const { update } = ctx;
  const refusal = readFailure(error);
  if (refusal && judge(refusal).verdict === 'unreachable') {
    if (ctx.user) await holdPerson(db, ctx.user.id, clock.now());
    return markHandled(db, [update.update_id], clock.now());
  }
  log.error({ updateId: update.update_id, error: errorText(error) }, 'an update could not be handled');
  await buryUpdate(db, { update, error: errorText(error), now: clock.now() });
  const words = sayPlain('error.failed');
  // A tap that was answered before the handler failed cannot be answered again.
  const told = ctx.callbackQuery
    ? ctx.answerCallbackQuery({ text: words, show_alert: true }).catch(() => ctx.reply(words))
    : ctx.reply(words);
  await told.catch((failure) => log.warn({ error: errorText(failure) }, 'nor could the person be told'));
}
