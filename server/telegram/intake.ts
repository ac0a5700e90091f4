import { type Bot, GrammyError } from 'grammy';
import type { BotConfig } from '../env.ts';
import { errorText, SetupError } from '../errors.ts';
import type { BotContext, BotDeps } from './context.ts';
import { poll } from './polling.ts';
import type { Receive } from './receive.ts';
import { registerWebhook } from './register.ts';

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

type Options = {
  receive: Receive;
  /** Where Telegram sends updates to in webhook mode, and the secret it proves itself with. */
  url: string;
  secret: string;
  /** Waits that many milliseconds, or until `stopping` is aborted. */
  sleep(ms: number, stopping: AbortSignal): Promise<void>;
};

/** `stop` takes no new update up, and resolves when the one in hand is settled, or left for Telegram to send again. */
export type Intake = { stop(): Promise<void> };

/** Lets updates in: Telegram sends them to the webhook at `url`, or the bot fetches them until it is stopped. */
export async function receiveUpdates(
  bot: Bot<BotContext>,
  deps: Pick<BotDeps, 'db' | 'log' | 'troubles'>,
  config: BotConfig,
  { receive, url, secret, sleep }: Options,
): Promise<Intake> {
  if (config.mode !== 'polling') {
    await registerWebhook(bot, deps.db, url, secret);
    return { stop: async () => {} };
  }
  await refuseStolenWebhook(bot, config.asked);
  const stopping = new AbortController();
  const polling = poll(bot, receive, { log: deps.log, sleep, stopping: stopping.signal }).catch((error) =>
    deps.troubles.raise('polling-ended', whyEnded(error)),
  );
  return {
    stop() {
      stopping.abort();
      return polling;
    },
  };
}

/** Why no more updates arrive, and what to do about it. */
function whyEnded(error: unknown): string {
  const code = error instanceof GrammyError ? error.error_code : 0;
  if (code === 409) {
    return (
      'No more updates arrive: another program fetches the updates of this bot, or has set a webhook for it, and ' +
      'Telegram gives them to one only. Stop that program, then start Followthrough again.'
    );
  }
  if (code === 401 || code === 404) {
    return (
      'No more updates arrive: Telegram no longer accepts BOT_TOKEN. Copy it again from @BotFather, then start ' +
      'Followthrough again.'
    );
  }
  return `No more updates arrive: fetching them ended (${errorText(error)}). Start Followthrough again.`;
}

/**
 * Long polling removes a webhook without asking, and would silence a server that uses it. So polling that nobody asked
 * for by name stops here.
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
