import type { Bot } from 'grammy';
import { SetupError } from '../errors.ts';
import { allowedUpdates } from './bot.ts';
import type { AppUrl } from './card.ts';
import type { BotContext } from './context.ts';
import { sayPlain } from './say.ts';

const commands = ['add', 'today', 'leads', 'settings', 'help', 'start'] as const;

/** Tells Telegram the commands and puts the Mini App behind the menu button. Safe to repeat at every start. */
export async function registerSurface(bot: Bot<BotContext>, appUrl: AppUrl): Promise<void> {
  await bot.api.setMyCommands(
    commands.map((command) => ({ command, description: sayPlain(`command.${command}`) })),
    { scope: { type: 'all_private_chats' } },
  );
  if (!appUrl) return;
  await bot.api.setChatMenuButton({
    menu_button: { type: 'web_app', text: sayPlain('menu.button'), web_app: { url: `${appUrl}/` } },
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
