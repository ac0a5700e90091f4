import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from '../../server/simulator/index.ts';
import { type AppProcess, choosePlace, startInVain, startProgram } from '../support/app-process.ts';
import { createChatClient } from '../support/chat-client.ts';
import { eventually } from '../support/eventually.ts';
import { silentLog } from '../support/log.ts';

/** With a token the program serves whatever speaks the Bot API at TELEGRAM_API_ROOT: here, a stand-in outside of it. */
describe('with a bot token', () => {
  let folder: string;
  let telegram: Simulator;
  let program: AppProcess | undefined;
  let place: Awaited<ReturnType<typeof choosePlace>>;
  let bot: Record<string, string>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'followthrough-bot-'));
    telegram = await startSimulator({
      port: 0,
      stateFile: null,
      log: silentLog,
      nextDueAt: async () => null,
      runPollers: async () => {},
    });
    place = await choosePlace(folder);
    bot = { ...place.env, BOT_TOKEN: telegram.botToken, TELEGRAM_API_ROOT: telegram.url };
  });
  afterEach(async () => {
    await program?.stop();
    program = undefined;
    await telegram.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function isGreeted() {
    const chat = createChatClient(telegram, async () => {});
    await chat.send('/start');
    await eventually(async () =>
      (await chat.messages()).some(({ text }) => text.includes('I am Followthrough')),
    );
  }

  it('serves it by webhook, and there is no simulator', async () => {
    program = await startProgram({ ...bot, PUBLIC_URL: place.appUrl });
    await isGreeted();
    expect(program.output()).toContain(`Followthrough is running as https://t.me/${telegram.botUsername}`);
    await expect(fetch(place.simulatorUrl)).rejects.toThrow();
    const headers = (await fetch(place.appUrl)).headers;
    expect(headers.get('content-security-policy')).not.toContain('localhost');
  });

  it('serves it by long polling', async () => {
    program = await startProgram({ ...bot, BOT_MODE: 'polling' });
    await isGreeted();
    expect(await program.stop()).toBe(0);
  });

  it('does not take the updates of a server with a webhook by accident', async () => {
    program = await startProgram({ ...bot, PUBLIC_URL: place.appUrl });
    const other = await choosePlace(join(folder, 'other'));
    const { code, output } = await startInVain({ ...bot, ...other.env });
    expect(code).toBe(1);
    expect(output).toContain('This bot already sends its updates to');
  });

  it('says so when Telegram does not accept the token', async () => {
    const token = `1:${'x'.repeat(30)}`;
    const { code, output } = await startInVain({ ...bot, BOT_TOKEN: token, BOT_MODE: 'polling' });
    expect(code).toBe(1);
    expect(output).toContain('Telegram does not accept BOT_TOKEN');
    expect(output).not.toContain(token);
  });
});
