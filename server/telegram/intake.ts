import type { Bot } from 'grammy';
import type { BotConfig } from '../env.ts';
import { errorText, SetupError } from '../errors.ts';
import type { Log } from '../log.ts';
import { allowedUpdates } from './bot.ts';
import type { BotContext } from './context.ts';

/**
 * Asks Telegram who the bot is.
 * @throws SetupError when the token is refused or Telegram cannot be reached at `apiRoot`.
 */
export async function introduceBot(bot: Bot<BotContext>, apiRoot: string): Promise<void> {
  // Not bot.init(): while the network is down that one tries again without end, and without a word.
  bot.botInfo = await bot.api.getMe().catch((error) => {
    const refused = /\b(401|404)\b/.test(errorText(error));
    throw new SetupError(
      refused
        ? 'Telegram does not accept BOT_TOKEN. Copy it again from @BotFather.'
        : `Telegram cannot be reached at ${apiRoot}. Check the network, or TELEGRAM_API_ROOT.`,
    );
  });
}

/** Lets updates in: Telegram sends them to the webhook at `url`, or the bot fetches them until it is stopped. */
export async function receiveUpdates(
  bot: Bot<BotContext>,
  config: BotConfig,
  { url, secret, log }: { url: string; secret: string; log: Log },
): Promise<void> {
  if (config.mode !== 'polling') return registerWebhook(bot, url, secret);
  await refuseStolenWebhook(bot, config.asked);
  bot.start({ allowed_updates: [...allowedUpdates] }).catch((error) => {
    log.fatal({ error: errorText(error) }, 'long polling ended: no more updates arrive');
  });
}

/** Asks Telegram to send updates to `url`, with our secret. Updates that waited are kept: a person sent them. */
export async function registerWebhook(bot: Bot<BotContext>, url: string, secret: string): Promise<void> {
  await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: [...allowedUpdates] });
}

/**
 * grammY's long polling removes a webhook without asking, and would silence a server that uses it. So polling that
 * nobody asked for by name stops here.
 * @throws SetupError when the bot has a webhook and `asked` is false.
 */
export async function refuseStolenWebhook(bot: Bot<BotContext>, asked: boolean): Promise<void> {
  const { url } = await bot.api.getWebhookInfo();
  if (!url || asked) return;
  throw new SetupError(
    `This bot already sends its updates to ${new URL(url).host}. Stop that server and set BOT_MODE=polling, ` +
      'set PUBLIC_URL to receive the webhook here, or use another bot for development.',
  );
}
