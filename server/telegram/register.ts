import type { Bot } from 'grammy';
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
