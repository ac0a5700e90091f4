import { describe, expect, it } from 'vitest';
import { registerSurface } from '../../server/telegram/register.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';

const database = openTestDatabase();

describe('registering the bot', () => {
  it('tells Telegram the commands and puts the Mini App behind the menu button', async () => {
    const world = await openBotWorld(database.db);
    await registerSurface(world.bot, 'https://app.example.org');
    const { commands, menuButton } = await world.state();
    expect(commands.map(({ command }) => command)).toEqual([
      ...['add', 'today', 'leads', 'settings', 'help', 'start'],
    ]);
    expect(menuButton).toMatchObject({ type: 'web_app', web_app: { url: 'https://app.example.org/' } });
  });

  it('leaves the menu button alone where there is no Mini App', async () => {
    const world = await openBotWorld(database.db);
    await registerSurface(world.bot, null);
    expect((await world.state()).menuButton).toEqual({ type: 'default' });
  });
});
