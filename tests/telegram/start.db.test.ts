import { describe, expect, it } from 'vitest';
import { openBotWorld } from '../support/bot-world.ts';
import { button, buttons, formatted } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';

const database = openTestDatabase();

describe('/start', () => {
  it('greets by name, explains in four lines and shows the buttons that matter', async () => {
    const world = await openBotWorld(database.db);
    const greeting = await world.say('/start');
    expect(formatted(greeting)[0]).toBe('bold: Hi Olga, I am Followthrough.');
    expect(greeting.text.split('\n').filter((line) => /^\d️⃣/u.test(line))).toHaveLength(4);
    expect(buttons(greeting)).toEqual([
      ['addLead', 'today'],
      ['openApp', 'help'],
    ]);
    expect(button(greeting, 'openApp')).toMatchObject({ web_app: { url: 'https://app.example.org/' } });
  });

  it('shows no button to open where there is no Mini App to open', async () => {
    const world = await openBotWorld(database.db, { app: null });
    expect(buttons(await world.say('/start')).flat()).not.toContain('openApp');
  });

  it('answers its Help button with the help, its Today button with today, its Add button with the question', async () => {
    const world = await openBotWorld(database.db);
    const greeting = await world.say('/start');
    await world.tap(greeting, 'help');
    expect((await world.last()).text).toContain('What I understand');
    await world.tap(greeting, 'today');
    expect((await world.last()).text).toContain('Nothing to do today');
    await world.tap(greeting, 'addLead');
    expect((await world.last()).text).toContain('Who is it?');
  });
});

describe('/help', () => {
  it('names every command', async () => {
    const world = await openBotWorld(database.db);
    const help = await world.say('/help');
    for (const command of ['/add', '/today', '/leads', '/settings', '/help']) {
      expect(help.text).toContain(command);
    }
  });

  it('also answers a command that does not exist, and what is no text', async () => {
    const world = await openBotWorld(database.db);
    expect((await world.say('/fly')).text).toContain('What I understand');
  });
});
