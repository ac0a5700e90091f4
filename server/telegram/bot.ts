import { autoRetry } from '@grammyjs/auto-retry';
import { Bot } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import { overKeepAlive } from './client.ts';
import type { BotContext, BotDeps } from './context.ts';
import { acts } from './features/acts.ts';
import { add } from './features/add.ts';
import { anyText } from './features/any-text.ts';
import { away } from './features/away.ts';
import { forwards } from './features/capture/forwards.ts';
import { capture } from './features/capture/index.ts';
import { copyDraft } from './features/copy-draft.ts';
import { deadUpdates } from './features/dead-updates.ts';
import { draft } from './features/draft.ts';
import { events } from './features/events.ts';
import { exportOwn } from './features/export.ts';
import { followup } from './features/followup.ts';
import { help } from './features/help.ts';
import { leads } from './features/leads.ts';
import { notes } from './features/notes.ts';
import { oldButtons } from './features/old-buttons.ts';
import { pause } from './features/pause.ts';
import { proposals } from './features/proposals.ts';
import { reachability } from './features/reachability.ts';
import { restore } from './features/restore.ts';
import { reword } from './features/reword.ts';
import { settings } from './features/settings.ts';
import { settle } from './features/settle.ts';
import { snooze } from './features/snooze.ts';
import { snoozed } from './features/snoozed.ts';
import { start } from './features/start.ts';
import { thirdSnooze } from './features/third-snooze.ts';
import { timezone } from './features/timezone.ts';
import { today } from './features/today.ts';
import { why } from './features/why.ts';
import { createMeeting, personOf } from './person.ts';

/** The updates the bot asks Telegram for. */
export const allowedUpdates = ['message', 'callback_query', 'my_chat_member'] as const;

type Options = { token: string; apiRoot: string; botInfo?: UserFromGetMe };

/**
 * The bot with all its features, in the order in which they look at an update. It talks to nobody by itself; updates
 * come in through receive.ts, and what a feature throws leaves handleUpdate() as a BotError.
 */
export function createBot(options: Options, deps: BotDeps): Bot<BotContext> {
  const bot = new Bot<BotContext>(options.token, {
    botInfo: options.botInfo,
    client: { apiRoot: options.apiRoot },
  });
  // Longer than a long poll.
  bot.api.config.use(overKeepAlive({ ...options, timeoutSeconds: 60 }));
  // Only for answers to what a person just did; a network error is not repeated, nobody knows what arrived.
  bot.api.config.use(
    autoRetry({
      maxRetryAttempts: 2,
      maxDelaySeconds: 20,
      rethrowHttpErrors: true,
      rethrowInternalServerErrors: true,
    }),
  );
  const meet = createMeeting(deps.db);
  bot.use(async (ctx, next) => {
    const person = personOf(ctx.update);
    if (!person) return;
    Object.assign(ctx, deps, { now: deps.clock.now() });
    ctx.user = await meet(person, ctx.now);
    await next();
    ctx.wake.notify('plan-requests', 'captures', 'chat-refresh', 'reminders');
  });
  bot.use(
    reachability,
    forwards,
    start,
    help,
    add,
    leads,
    today,
    settings,
    away,
    timezone,
    exportOwn,
    settle,
    pause,
    snooze,
    thirdSnooze,
    snoozed,
    copyDraft,
    acts,
    why,
    reword,
    proposals,
    draft,
    events,
    restore,
    followup,
    capture,
    notes,
  );
  bot.use(
    deadUpdates((update) => bot.handleUpdate(update)),
    anyText,
    oldButtons,
  );
  return bot;
}
