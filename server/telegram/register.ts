import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Bot } from 'grammy';
import type { BotCommandScope } from 'grammy/types';
import type { Db } from '../db/client.ts';
import { webhookRegistration } from '../db/schema.ts';
import { allowedUpdates } from './bot.ts';
import type { AppUrl } from './card.ts';
import type { BotContext } from './context.ts';
import { sayPlain } from './say.ts';

const commands = [
  'add',
  'today',
  'leads',
  'snoozed',
  'settings',
  'timezone',
  'away',
  'export',
  'help',
  'start',
] as const;

/** Any number; it only has to be the same in every instance. */
const registrationLock = 7_203_116;

/**
 * Tells Telegram the commands and puts the Mini App behind the menu button; those in `adminIds` see theirs too. Safe to
 * repeat at every start.
 */
export async function registerSurface(
  bot: Bot<BotContext>,
  appUrl: AppUrl,
  adminIds: readonly number[] = [],
): Promise<void> {
  const tell = (names: readonly ((typeof commands)[number] | 'dead')[], scope: BotCommandScope) =>
    bot.api.setMyCommands(
      names.map((command) => ({ command, description: sayPlain(`command.${command}`) })),
      { scope },
    );
  await tell(commands, { type: 'all_private_chats' });
  // Telegram knows no chat with an administrator who has never started the bot.
  for (const id of adminIds) await tell([...commands, 'dead'], { type: 'chat', chat_id: id }).catch(() => {});
  if (!appUrl) return;
  await bot.api.setChatMenuButton({
    menu_button: { type: 'web_app', text: sayPlain('menu.button'), web_app: { url: `${appUrl}/` } },
  });
}

/**
 * Asks Telegram to send updates to `url`, with our secret, unless it already does. Updates that waited are kept: a
 * person sent them. Instances that start together do so one after the other, so that one calls and the others find it
 * done: calls at the same moment end in "Conflict: terminated by other setWebhook" (Telegram's Bot API server).
 */
export async function registerWebhook(
  bot: Bot<BotContext>,
  db: Db,
  url: string,
  secret: string,
): Promise<void> {
  const fingerprint = createHmac('sha256', secret)
    .update(JSON.stringify([url, allowedUpdates]))
    .digest('hex');
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${registrationLock})`);
    const [last] = await tx.select().from(webhookRegistration);
    if (last?.fingerprint === fingerprint && (await isSetTo(bot, url))) return;
    await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: [...allowedUpdates] });
    await tx
      .insert(webhookRegistration)
      .values({ id: 1, fingerprint })
      .onConflictDoUpdate({ target: webhookRegistration.id, set: { fingerprint } });
  });
}

/** What Telegram tells of the webhook is as we want it; its secret it does not tell. */
async function isSetTo(bot: Bot<BotContext>, url: string): Promise<boolean> {
  const info = await bot.api.getWebhookInfo();
  const sorted = (kinds: readonly string[] = []) => [...kinds].sort().join();
  return info.url === url && sorted(info.allowed_updates) === sorted(allowedUpdates);
}
