import cron from 'node-cron';
import { z } from 'zod';
import { SetupError } from './errors.ts';
import type { ModelConfig, ModelProvider } from './model/config.ts';
import { derivedSecret } from './webhook-secret.ts';

const cronText = (fallback: string) =>
  z
    .string()
    .default(fallback)
    .refine((text) => cron.validate(text), `must be a cron expression of five fields, such as "${fallback}"`);

const address = z
  .url({ protocol: /^https?$/, error: 'must be an address that starts with https://' })
  .transform((url) => url.replace(/\/+$/, ''));
/** Paths are added to it, and a user and password in it are sent along. */
const modelAddress = address
  .refine((url) => !/[?#]/.test(url), 'must be an address without "?" and "#"')
  .refine(isDecodable, 'must have "%25" for a "%" in its user or password');
/** Calls of a language model that one day may see. */
const callsADay = (fallback: number) =>
  z.coerce
    .number('must be a number of calls a day, 1 to 1000000')
    .int('must be a whole number of calls a day, 1 to 1000000')
    .min(1, 'must be a number of calls a day, 1 to 1000000')
    .max(1_000_000, 'must be a number of calls a day, 1 to 1000000')
    .default(fallback);
const seconds = 'must be a number of seconds, 1 to 300';

const telegramApi = 'https://api.telegram.org';

const variables = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/, 'must be the token as @BotFather gave it, such as 123456:ABC-DEF…')
    .optional(),
  BOT_MODE: z.enum(['webhook', 'polling'], { error: 'must be "webhook" or "polling"' }).optional(),
  PUBLIC_URL: address.optional(),
  PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).default(3000),
  SIMULATOR_PORT: z.coerce.number('must be a port number').int().min(0).max(65_535).optional(),
  WEBHOOK_SECRET: z
    .string()
    // setWebhook's secret_token: 1-256 of these characters (Telegram's Bot API); shorter than 16 is guessable.
    .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 letters, digits, "_" or "-"')
    .optional(),
  TELEGRAM_API_ROOT: address.default(telegramApi),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  // LISTEN needs a session of its own, which a pooler in transaction mode does not give.
  DATABASE_DIRECT_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  DATA_DIR: z.string().default('.data'),
  REMINDER_CRON: cronText('*/15 * * * *'),
  FOLLOWUP_CRON: cronText('0 */6 * * *'),
  SEND_RATE: z.coerce
    .number('must be a number of messages a second, 1 to 1000, or 0 for no limit')
    .max(1000)
    // Slower than one a second, a message could wait longer for its turn than a claim holds.
    .refine(
      (rate) => rate === 0 || rate >= 1,
      'must be a number of messages a second, 1 to 1000, or 0 for no limit',
    )
    .default(30),
  ADMIN_IDS: z
    .string()
    .regex(/^\d+(\s*,\s*\d+)*$/, 'must be numeric Telegram ids with commas between them, such as 12345,67890')
    .transform((text) => text.split(',').map(Number))
    .optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w-]{16,}$/, 'must be at least 16 letters, digits, "_" or "-"')
    .optional(),
  LLM_BASE_URL: modelAddress.optional(),
  LLM_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be the key as the provider gave it, without spaces')
    .optional(),
  LLM_MODEL: z.string().optional(),
  LLM_VISION_MODEL: z.string().optional(),
  LLM_AUDIO_MODEL: z.string().optional(),
  LLM_DAILY_LIMIT: callsADay(50),
  LLM_DAILY_LIMIT_TOTAL: callsADay(1000),
  LLM_TIMEOUT_SECONDS: z.coerce.number(seconds).min(1, seconds).max(300, seconds).default(60),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
});

type Common = {
  port: number;
  databaseUrl: string | null;
  /** Where to LISTEN: the same database without a pooler in between; null when it is embedded. */
  directUrl: string | null;
  dataDir: string;
  reminderCron: string;
  followupCron: string;
  /** Reminder messages a second, all instances together; 0 means as fast as they go. */
  sendRate: number;
  /** Telegram ids of those who may see and replay what the bot could not handle. */
  adminIds: readonly number[];
  /** Opens GET /metrics; null closes it. */
  metricsToken: string | null;
  logLevel: string;
  /** The language model; in the simulator a stand-in takes the place of a provider that is not configured. */
  model: ModelConfig;
};

/** In the simulator, the first of its people looks after the bot. */
const simulatedAdmins = [1001];

/** How Telegram is reached: without a token, not at all (the simulator takes its place). */
export type BotConfig =
  | { mode: 'simulator'; simulatorPort: number }
  | { mode: 'webhook'; token: string; apiRoot: string; publicUrl: string; webhookSecret: string }
  | { mode: 'polling'; token: string; apiRoot: string; publicUrl: string | null; asked: boolean };

export type Config = Common & { bot: BotConfig };

/**
 * Reads the configuration from `env` (process.env); an empty variable counts as not set.
 * @throws SetupError that names each wrong variable and its cure, never its value.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
    throw new SetupError(`The configuration needs a change (see .env.example):\n${lines.join('\n')}`);
  }
  const v = parsed.data;
  return {
    port: v.PORT,
    databaseUrl: v.DATABASE_URL ?? null,
    directUrl: v.DATABASE_URL ? (v.DATABASE_DIRECT_URL ?? v.DATABASE_URL) : null,
    dataDir: v.DATA_DIR,
    reminderCron: v.REMINDER_CRON,
    followupCron: v.FOLLOWUP_CRON,
    sendRate: v.SEND_RATE,
    adminIds: v.ADMIN_IDS ?? (v.BOT_TOKEN ? [] : simulatedAdmins),
    metricsToken: v.METRICS_TOKEN ?? null,
    logLevel: v.LOG_LEVEL,
    model: {
      provider: modelProvider(v),
      dailyLimit: v.LLM_DAILY_LIMIT,
      dailyLimitTotal: v.LLM_DAILY_LIMIT_TOTAL,
      timeoutMs: v.LLM_TIMEOUT_SECONDS * 1000,
    },
    bot: botConfig(v),
  };
}

function modelProvider(v: z.infer<typeof variables>): ModelProvider | null {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model } = v;
  if (!baseUrl) {
    const without = (['LLM_MODEL', 'LLM_API_KEY', 'LLM_VISION_MODEL', 'LLM_AUDIO_MODEL'] as const).find(
      (name) => v[name],
    );
    if (!without) return null;
    throw new SetupError(
      `  ${without} needs LLM_BASE_URL: set it to the address of the provider's API, such as https://api.openai.com/v1.`,
    );
  }
  if (!model)
    throw new SetupError('  LLM_BASE_URL needs LLM_MODEL: set it to the name of the model that writes.');
  if (v.LLM_API_KEY && new URL(baseUrl).username)
    throw new SetupError(
      '  LLM_API_KEY cannot go with a user and password in LLM_BASE_URL: both would be sent in one header. Keep one of them.',
    );
  return {
    ...{ baseUrl, model, apiKey: v.LLM_API_KEY ?? null },
    ...{ visionModel: v.LLM_VISION_MODEL ?? null, audioModel: v.LLM_AUDIO_MODEL ?? null },
  };
}

function botConfig(v: z.infer<typeof variables>): BotConfig {
  if (!v.BOT_TOKEN) {
    if (v.BOT_MODE) throw new SetupError('  BOT_MODE needs BOT_TOKEN: set the token @BotFather gave you.');
    return { mode: 'simulator', simulatorPort: v.SIMULATOR_PORT ?? besides(v.PORT) };
  }
  const mode = v.BOT_MODE ?? (v.PUBLIC_URL ? 'webhook' : 'polling');
  const publicUrl = v.PUBLIC_URL ?? null;
  const telegram = v.TELEGRAM_API_ROOT === telegramApi;
  if (publicUrl && telegram && !publicUrl.startsWith('https://')) {
    throw new SetupError('  PUBLIC_URL must start with https://: Telegram opens Mini Apps over HTTPS only.');
  }
  const common = { token: v.BOT_TOKEN, apiRoot: v.TELEGRAM_API_ROOT };
  if (mode === 'polling') return { mode, ...common, publicUrl, asked: v.BOT_MODE === 'polling' };
  if (!publicUrl) {
    throw new SetupError(
      '  PUBLIC_URL is missing: in webhook mode set it to the https:// address Telegram reaches this server at, ' +
        'or set BOT_MODE=polling.',
    );
  }
  const webhookSecret = v.WEBHOOK_SECRET ?? derivedSecret(v.BOT_TOKEN);
  return { mode, ...common, publicUrl, webhookSecret };
}

/** False for a lone "%" in the user or password. */
function isDecodable(address: string): boolean {
  try {
    const { username, password } = new URL(address);
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}

/** The port next to that one; any free one beside any free one. */
function besides(port: number): number {
  if (port === 0) return 0;
  return port < 65_535 ? port + 1 : port - 1;
}
