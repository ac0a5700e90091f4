import { Bot } from 'grammy';
import { describe, expect, it } from 'vitest';
import { SetupError } from '../../server/errors.ts';
import type { BotContext } from '../../server/telegram/context.ts';
import { introduceBot, refuseStolenWebhook } from '../../server/telegram/intake.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';

const database = openTestDatabase();

describe('the first call to Telegram', () => {
  const introduce = (token: string, apiRoot: string) =>
    introduceBot(new Bot<BotContext>(token, { client: { apiRoot } }), apiRoot);

  it('names BOT_TOKEN when the token is refused, and never shows it', async () => {
    const world = await openBotWorld(database.db);
    const refused = introduce('7:wrong-token-of-some-length', world.simulator.url);
    await expect(refused).rejects.toThrow(
      new SetupError('Telegram does not accept BOT_TOKEN. Copy it again from @BotFather.'),
    );
  });

  it('names TELEGRAM_API_ROOT when nobody answers there', async () => {
    await expect(introduce('7:some-token', 'http://127.0.0.1:9')).rejects.toThrow(
      new SetupError(
        'Telegram cannot be reached at http://127.0.0.1:9. Check the network, or TELEGRAM_API_ROOT.',
      ),
    );
  });
});

describe('the webhook at Telegram', () => {
  it('asks only for the updates it handles', async () => {
    const world = await openBotWorld(database.db);
    expect(await world.api.getWebhookInfo()).toMatchObject({
      url: world.webhookUrl,
      allowed_updates: ['message', 'callback_query', 'my_chat_member'],
    });
  });
});

describe('long polling on a bot whose updates go to a webhook', () => {
  it('stops with words instead of silencing that server', async () => {
    const world = await openBotWorld(database.db);
    await expect(refuseStolenWebhook(world.bot, false)).rejects.toThrow(
      /already sends its updates to 127\.0\.0\.1.*BOT_MODE=polling/s,
    );
  });

  it('goes on when it was asked for by name, or when there is no webhook', async () => {
    const world = await openBotWorld(database.db);
    await refuseStolenWebhook(world.bot, true);
    await world.api.deleteWebhook();
    await refuseStolenWebhook(world.bot, false);
  });
});
