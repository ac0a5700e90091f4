/** Words for how long things took and why a reminder did not arrive. Pure. */

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A stretch of milliseconds, rounded down: "less than a second", "20 seconds", "3 hours". Negative counts as none. */
export function spanWords(ms: number): string {
  if (ms < second) return 'less than a second';
  const [length, unit] =
    ms < minute
      ? [second, 'second']
      : ms < hour
        ? [minute, 'minute']
        : ms < 2 * day
          ? [hour, 'hour']
          : [day, 'day'];
  return counted(Math.floor(ms / length), unit);
}

/** How long before `now` that was: "just now", "20 seconds ago". */
export function agoWords(at: Date, now: Date): string {
  const ms = now.getTime() - at.getTime();
  return ms < 2 * second ? 'just now' : `${spanWords(ms)} ago`;
}

/** "1 try", "8 tries". */
export const triesWords = (count: number): string => (count === 1 ? '1 try' : `${count} tries`);

/** What each of the program's workers looks for (pollers/index.ts), as the end of "Looked for …". */
const looksFor: Record<string, string> = {
  'due-reminders': 'due reminders',
  nudges: 'steps that were not acted on',
  briefings: 'digests to send',
  followups: 'quiet leads',
  'plan-requests': 'plans to draft',
  'chat-refresh': 'messages to update',
  'test-reminders': 'test reminders',
  'wake-leads': 'leads that wait',
  heartbeat: 'stuck messages',
  housekeeping: 'old records to clear',
};

/** What a worker did at its last tick. */
export function pollerWords(name: string, ok: boolean): string {
  const what = looksFor[name] ?? name;
  return ok ? `Looked for ${what}` : `Could not look for ${what}`;
}

/** The beginning of what the sender wrote down, and what it means to a person. The first that fits counts. */
const reasons: [pattern: RegExp, words: string][] = [
  [/^429\b/, 'Telegram asked me to slow down'],
  [/^40[14]\b/, 'Telegram did not accept this bot’s token, which only the person who runs the bot can mend'],
  [/^403\b|chat not found|PEER_ID_INVALID/i, 'Telegram refused my message to you'],
  [/^5\d\d\b/, 'Telegram had trouble of its own'],
  [/^4\d\d\b/, 'Telegram did not take the message as I wrote it, which is my mistake'],
  [/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/, 'Telegram could not be reached'],
  [/^no answer|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|UND_ERR/, 'Telegram did not answer'],
  [/^the sender stopped/, 'the program stopped while it was sending'],
  [/^not sent yet/, 'I had to wait before I could send it'],
  [/^the database/, 'my database did not answer'],
];

/**
 * Why a message did not arrive, in plain words that can follow "because"; null when nothing that is known was written
 * down. What stands in the row is Telegram's answer, a system error's code, or words of ours: never shown as it is.
 */
export function reasonWords(cause: string | null): string | null {
  return reasons.find(([pattern]) => cause && pattern.test(cause))?.[1] ?? null;
}

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;
