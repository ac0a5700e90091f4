import { autoRetry } from '@grammyjs/auto-retry';
import { Bot, type ErrorHandler } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { rememberUser } from '../auth/users.ts';
import { errorText } from '../errors.ts';
import type { BotContext, BotDeps } from './context.ts';
import { add } from './features/add.ts';
import { anyText } from './features/any-text.ts';
import { draft } from './features/draft.ts';
import { followup } from './features/followup.ts';
import { help } from './features/help.ts';
import { leads } from './features/leads.ts';
import { notes } from './features/notes.ts';
import { oldButtons } from './features/old-buttons.ts';
import { reachability } from './features/reachability.ts';
import { settings } from './features/settings.ts';
import { start } from './features/start.ts';
import { stepButtons } from './features/step-buttons.ts';
import { today } from './features/today.ts';
import { sayPlain } from './say.ts';
import { isNewUpdate } from './updates.ts';

/** The updates the bot asks Telegram for. */
export const allowedUpdates = ['message', 'callback_query', 'my_chat_member'] as const;

type Options = { token: string; apiRoot: string; botInfo?: UserFromGetMe };

/** The bot with all its features, in the order in which they look at an update. It talks to nobody until started. */
export function createBot(options: Options, deps: BotDeps): Bot<BotContext> {
  const bot = new Bot<BotContext>(options.token, {
    botInfo: options.botInfo,
    // Longer than a long poll, far shorter than grammY's default of 500 seconds.
    client: { apiRoot: options.apiRoot, timeoutSeconds: 60 },
  });
  // Only for answers to what a person just did; a network error is not repeated, nobody knows what arrived.
  bot.api.config.use(
    autoRetry({
      maxRetryAttempts: 2,
      maxDelaySeconds: 20,
      rethrowHttpErrors: true,
      rethrowInternalServerErrors: true,
    }),
  );
  const safe = bot.errorBoundary(apologise(deps));
  safe.use(async (ctx, next) => {
    if (!ctx.from || ctx.chat?.type !== 'private' || ctx.from.is_bot) return;
    Object.assign(ctx, deps, { now: deps.clock.now() });
    if (!(await isNewUpdate(ctx.db, ctx.update.update_id, ctx.now))) return;
    const { id, first_name: firstName, username, language_code: language } = ctx.from;
    ctx.user = await rememberUser(ctx.db, { id, firstName, username, language, now: ctx.now });
    await next();
    ctx.wake.notify('plan-requests', 'chat-refresh');
  });
  safe.use(reachability, start, help, add, leads, today, settings, stepButtons, draft, followup, notes);
  safe.use(anyText, oldButtons);
  return bot;
}

/** A bug in a handler is logged once, and the person is told; the update counts as handled. */
function apologise({ log }: BotDeps): ErrorHandler<BotContext> {
  return async ({ error, ctx }) => {
    log.error({ updateId: ctx.update.update_id, error: errorText(error) }, 'an update could not be handled');
    const words = sayPlain('error.failed');
    // A tap that was answered before the handler failed cannot be answered again.
    const told = ctx.callbackQuery
      ? ctx.answerCallbackQuery({ text: words, show_alert: true }).catch(() => ctx.reply(words))
      : ctx.reply(words);
    await told.catch((failure) => log.warn({ error: errorText(failure) }, 'nor could the person be told'));
  };
}
