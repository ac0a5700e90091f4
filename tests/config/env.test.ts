import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/env.ts';
import { SetupError } from '../../server/errors.ts';
import { derivedSecret } from '../../server/webhook-secret.ts';

const token = '123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11';
const bot = { BOT_TOKEN: token };

/** The message of the refusal, which must be a SetupError. */
function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(SetupError);
    return error instanceof Error ? error.message : '';
  }
  throw new Error('it was accepted');
}

describe('without any configuration', () => {
  it('the simulator takes Telegram’s place, and everything has a default', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      databaseUrl: null,
      directUrl: null,
      dataDir: '.data',
      reminderCron: '*/15 * * * *',
      followupCron: '0 */6 * * *',
      sendRate: 30,
      adminIds: [1001],
      metricsToken: null,
      logLevel: 'info',
      model: { provider: null, dailyLimit: 50, dailyLimitTotal: 1000, timeoutMs: 60_000 },
      bot: { mode: 'simulator', simulatorPort: 3001 },
    });
  });

  it('an empty variable counts as not set, and foreign ones do not matter', () => {
    const names = [
      'BOT_TOKEN',
      'BOT_MODE',
      'PUBLIC_URL',
      'PORT',
      'SIMULATOR_PORT',
      'WEBHOOK_SECRET',
      'LOG_LEVEL',
    ];
    const more = ['TELEGRAM_API_ROOT', 'DATABASE_URL', 'DATA_DIR', 'REMINDER_CRON', 'FOLLOWUP_CRON'];
    const operator = ['DATABASE_DIRECT_URL', 'SEND_RATE', 'ADMIN_IDS', 'METRICS_TOKEN'];
    const model = ['LLM_BASE_URL', 'LLM_API_KEY', 'LLM_MODEL', 'LLM_VISION_MODEL', 'LLM_AUDIO_MODEL'];
    const limits = ['LLM_DAILY_LIMIT', 'LLM_DAILY_LIMIT_TOTAL', 'LLM_TIMEOUT_SECONDS'];
    const empty = Object.fromEntries(
      [...names, ...more, ...operator, ...model, ...limits].map((name) => [name, '']),
    );
    expect(readConfig({ ...empty, PATH: '/bin', HOME: undefined })).toEqual(readConfig({}));
  });

  it('the simulator is next to the app’s port unless told otherwise', () => {
    expect(readConfig({ PORT: '8080' }).bot).toEqual({ mode: 'simulator', simulatorPort: 8081 });
    expect(readConfig({ PORT: '0' }).bot).toEqual({ mode: 'simulator', simulatorPort: 0 });
    expect(readConfig({ SIMULATOR_PORT: '9000' }).bot).toEqual({ mode: 'simulator', simulatorPort: 9000 });
  });
});

describe('a variable that is wrong', () => {
  it.each([
    ['BOT_TOKEN', 'hunter2', /BotFather/],
    ['BOT_TOKEN', '123456:short', /BotFather/],
    ['BOT_MODE', 'carrier-pigeon', /"webhook" or "polling"/],
    ['PUBLIC_URL', 'hunter2.example', /starts with https:\/\//],
    ['PUBLIC_URL', 'ftp://hunter2.example', /starts with https:\/\//],
    ['PUBLIC_URL', 'javascript:hunter2', /starts with https:\/\//],
    ['PORT', 'hunter2', /port number/],
    ['PORT', '65536', /port number/],
    ['PORT', '-7', /port number/],
    ['PORT', '3000.5', /port number/],
    ['SIMULATOR_PORT', 'hunter2', /port number/],
    ['WEBHOOK_SECRET', 'hunter2', /16 to 256/],
    ['WEBHOOK_SECRET', 'hunter2 with spaces in it', /16 to 256/],
    ['WEBHOOK_SECRET', 'x'.repeat(257), /16 to 256/],
    ['TELEGRAM_API_ROOT', 'hunter2', /starts with https:\/\//],
    ['DATABASE_URL', 'mysql://user:hunter2@host/db', /postgres:\/\//],
    ['DATABASE_DIRECT_URL', 'mysql://user:hunter2@host/db', /postgres:\/\//],
    ['SEND_RATE', 'hunter2', /number of messages a second/],
    ['SEND_RATE', '-1', /number of messages a second/],
    ['SEND_RATE', '1001', /number of messages a second/],
    ['ADMIN_IDS', 'hunter2', /numeric Telegram ids/],
    ['ADMIN_IDS', '1001, @anna', /numeric Telegram ids/],
    ['ADMIN_IDS', '1001 1002', /commas/],
    ['METRICS_TOKEN', 'hunter2', /at least 16/],
    ['METRICS_TOKEN', 'hunter2 with spaces in it', /at least 16/],
    ['REMINDER_CRON', 'hunter2', /cron expression/],
    ['REMINDER_CRON', '61 * * * *', /cron expression/],
    ['FOLLOWUP_CRON', 'every day', /cron expression/],
    ['LOG_LEVEL', 'shout', /fatal, error, warn/],
    ['LLM_BASE_URL', 'hunter2', /starts with https:\/\//],
    ['LLM_BASE_URL', 'https://llm.example.org/v1?key=hunter2', /without "\?" and "#"/],
    ['LLM_BASE_URL', 'https://anna:100%hunter2@llm.example.org/v1', /"%25" for a "%"/],
    ['LLM_API_KEY', 'hunter2 hunter2', /without spaces/],
    ['LLM_DAILY_LIMIT', 'hunter2', /number of calls a day/],
    ['LLM_DAILY_LIMIT', '0', /number of calls a day/],
    ['LLM_DAILY_LIMIT_TOTAL', '2.5', /number of calls a day/],
    ['LLM_TIMEOUT_SECONDS', '0', /1 to 300/],
    ['LLM_TIMEOUT_SECONDS', '301', /1 to 300/],
  ])('%s=%s is refused by name and with the cure, and its value is not shown', (name, value, cure) => {
    const message = refusal({ ...bot, PUBLIC_URL: 'https://app.example.org', [name]: value });
    expect(message).toContain(name);
    expect(message).toMatch(cure);
    expect(message).toContain('.env.example');
    if (/[a-z]{5}/.test(value)) expect(message).not.toContain(value);
    expect(message).not.toContain('hunter2');
    expect(message).not.toContain(token);
  });

  it('does not hide the others', () => {
    const message = refusal({ BOT_TOKEN: 'x', PORT: 'x', LOG_LEVEL: 'x' });
    for (const name of ['BOT_TOKEN', 'PORT', 'LOG_LEVEL']) expect(message).toContain(name);
  });
});

describe('what the operator may set', () => {
  it('the rate of messages, in parts of one too, and 0 for no limit', () => {
    expect(readConfig({ SEND_RATE: '1.5' }).sendRate).toBe(1.5);
    expect(readConfig({ SEND_RATE: '0' }).sendRate).toBe(0);
  });

  it('who looks after the bot: one person or several, nobody by default', () => {
    expect(readConfig({ ...bot, ADMIN_IDS: '12345' }).adminIds).toEqual([12345]);
    expect(readConfig({ ...bot, ADMIN_IDS: '12345, 67890' }).adminIds).toEqual([12345, 67890]);
    expect(readConfig(bot).adminIds).toEqual([]);
  });

  it('a token that opens the metrics', () => {
    expect(readConfig({ METRICS_TOKEN: 'a-token-of-16-or-more' }).metricsToken).toBe('a-token-of-16-or-more');
  });

  it('a way around a pooler, which is the database’s own address unless told otherwise', () => {
    const pooled = { DATABASE_URL: 'postgres://pooler/db' };
    expect(readConfig(pooled)).toMatchObject({ directUrl: 'postgres://pooler/db' });
    expect(readConfig({ ...pooled, DATABASE_DIRECT_URL: 'postgresql://direct/db' })).toMatchObject({
      ...{ databaseUrl: 'postgres://pooler/db', directUrl: 'postgresql://direct/db' },
    });
  });
});

describe('a language model', () => {
  const provider = { LLM_BASE_URL: 'https://llm.example.org/v1/', LLM_MODEL: 'writer-1' };

  it('needs an address and a name; a local server no key', () => {
    expect(readConfig(provider).model.provider).toEqual({
      ...{ baseUrl: 'https://llm.example.org/v1', apiKey: null, model: 'writer-1' },
      ...{ visionModel: null, audioModel: null },
    });
    const whole = { LLM_API_KEY: 'sk-1', LLM_VISION_MODEL: 'seer-1', LLM_AUDIO_MODEL: 'hearer-1' };
    const limits = { LLM_DAILY_LIMIT: '7', LLM_DAILY_LIMIT_TOTAL: '70', LLM_TIMEOUT_SECONDS: '2.5' };
    expect(readConfig({ ...provider, ...whole, ...limits }).model).toMatchObject({
      provider: { apiKey: 'sk-1', visionModel: 'seer-1', audioModel: 'hearer-1' },
      ...{ dailyLimit: 7, dailyLimitTotal: 70, timeoutMs: 2500 },
    });
  });

  it.each([
    [{ LLM_MODEL: 'writer-1' }, /LLM_MODEL needs LLM_BASE_URL/],
    [{ LLM_API_KEY: 'sk-hunter2' }, /LLM_API_KEY needs LLM_BASE_URL/],
    [{ LLM_VISION_MODEL: 'seer-1' }, /LLM_VISION_MODEL needs LLM_BASE_URL/],
    [{ LLM_AUDIO_MODEL: 'hearer-1' }, /LLM_AUDIO_MODEL needs LLM_BASE_URL/],
    [{ LLM_BASE_URL: 'https://llm.example.org/v1' }, /LLM_BASE_URL needs LLM_MODEL/],
    [
      { LLM_BASE_URL: 'https://a:hunter2@llm.example.org', LLM_MODEL: 'writer-1', LLM_API_KEY: 'sk-1' },
      /LLM_API_KEY cannot go with a user and password in LLM_BASE_URL/,
    ],
  ])('%j is half of one, or two, and is refused with the cure', (env: Record<string, string>, cure) => {
    expect(refusal(env)).toMatch(cure);
    expect(refusal(env)).not.toContain('hunter2');
  });
});

describe('with BOT_TOKEN', () => {
  it('and PUBLIC_URL updates come by webhook', () => {
    const webhookSecret = 'a-secret-of-our-own';
    const config = readConfig({
      ...bot,
      PUBLIC_URL: 'https://app.example.org//',
      WEBHOOK_SECRET: webhookSecret,
    });
    expect(config.bot).toEqual({
      ...{ mode: 'webhook', token, webhookSecret },
      ...{ apiRoot: 'https://api.telegram.org', publicUrl: 'https://app.example.org' },
    });
  });

  it('without WEBHOOK_SECRET every instance derives the same one, which is not the token', () => {
    const read = () => readConfig({ ...bot, PUBLIC_URL: 'https://app.example.org' }).bot;
    expect(read()).toEqual(read());
    expect(read()).toMatchObject({ webhookSecret: derivedSecret(token) });
    expect(derivedSecret(token)).toMatch(/^[\w-]{16,256}$/);
    expect(derivedSecret(token)).not.toContain(token);
  });

  it('alone updates are fetched, and nobody asked for that by name', () => {
    expect(readConfig(bot).bot).toMatchObject({ mode: 'polling', publicUrl: null, asked: false });
    expect(readConfig({ ...bot, BOT_MODE: 'polling' }).bot).toMatchObject({ mode: 'polling', asked: true });
    const both = { ...bot, BOT_MODE: 'polling', PUBLIC_URL: 'https://app.example.org' };
    expect(readConfig(both).bot).toMatchObject({ mode: 'polling', publicUrl: 'https://app.example.org' });
  });

  it('BOT_MODE=webhook needs PUBLIC_URL, and says what to set', () => {
    expect(refusal({ ...bot, BOT_MODE: 'webhook' })).toMatch(/PUBLIC_URL is missing.*BOT_MODE=polling/s);
  });

  it('an http address is refused with real Telegram, and taken with another Bot API server', () => {
    const local = { ...bot, PUBLIC_URL: 'http://localhost:3000' };
    expect(refusal(local)).toMatch(/PUBLIC_URL must start with https:\/\//);
    const other = { ...local, TELEGRAM_API_ROOT: 'http://localhost:8081' };
    expect(readConfig(other).bot).toMatchObject({ mode: 'webhook', apiRoot: 'http://localhost:8081' });
  });

  it('a slash at the end of an address changes nothing', () => {
    const slashes = {
      ...bot,
      PUBLIC_URL: 'https://a.example/',
      TELEGRAM_API_ROOT: 'https://api.telegram.org/',
    };
    expect(readConfig(slashes).bot).toMatchObject({
      publicUrl: 'https://a.example',
      apiRoot: 'https://api.telegram.org',
    });
    expect(refusal({ ...slashes, PUBLIC_URL: 'http://a.example/' })).toMatch(
      /PUBLIC_URL must start with https/,
    );
  });
});

describe('BOT_MODE without BOT_TOKEN', () => {
  it('is refused: somebody meant real Telegram', () => {
    expect(refusal({ BOT_MODE: 'polling' })).toMatch(/BOT_MODE needs BOT_TOKEN/);
  });
});
