import { parse, validate } from '@telegram-apps/init-data-node';

export type InitDataUser = { id: number; firstName: string; username?: string; language?: string };

export type InitDataResult =
  | { ok: true; user: InitDataUser; startParam: string | null }
  | { ok: false; reason: 'forged' | 'expired' };

/** Telegram signs initData once, when the app is opened: an hour is enough to exchange it for a session. */
const maxAgeSeconds = 60 * 60;
/** Clocks differ a little; the library accepts any future date, we do not. */
const maxSkewSeconds = 60;

/**
 * Checks the launch data that Telegram signed for a Mini App: HMAC-SHA256 under a key derived from the bot token
 * (core.telegram.org/bots/webapps, "Validating data received via the Mini App"), at most one hour old, not from the
 * future, with a user.
 */
export function readInitData(raw: string, botToken: string, now: Date): InitDataResult {
  try {
    // The signature first and without a date: an expired forgery must not be told apart from a forgery.
    validate(raw, botToken, { expiresIn: 0 });
    const data = parse(raw);
    const age = (now.getTime() - data.auth_date.getTime()) / 1000;
    if (age > maxAgeSeconds || age < -maxSkewSeconds) return { ok: false, reason: 'expired' };
    if (!data.user || data.user.is_bot) return { ok: false, reason: 'forged' };
    const { id, first_name, username, language_code } = data.user;
    return {
      ok: true,
      user: { id, firstName: first_name, username, language: language_code },
      startParam: data.start_param ?? null,
    };
  } catch {
    return { ok: false, reason: 'forged' };
  }
}
