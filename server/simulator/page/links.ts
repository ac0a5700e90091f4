/** What a link leads to: the bot's Mini App, a word to the bot, or somewhere outside. */
export type LinkTarget =
  | { kind: 'app'; startParam?: string | undefined }
  | { kind: 'start'; payload: string }
  | { kind: 'outside'; url: string };

/** Reads a link as Telegram does: t.me/<our bot>[/<app>]?startapp=X opens the Mini App, ?start=X begins the chat. */
export function readLink(link: string, botUsername: string): LinkTarget {
  if (!URL.canParse(link)) return { kind: 'outside', url: link };
  const url = new URL(link);
  const isTelegram = ['t.me', 'telegram.me', 'www.t.me'].includes(url.hostname);
  const [name = ''] = url.pathname.slice(1).split('/');
  if (!isTelegram || name.toLowerCase() !== botUsername.toLowerCase()) return { kind: 'outside', url: link };
  const startParam = url.searchParams.get('startapp');
  if (startParam !== null) return { kind: 'app', startParam: startParamOf(startParam) };
  return { kind: 'start', payload: url.searchParams.get('start') ?? '' };
}

/** Telegram hands on letters, digits, "_" and "-", 512 at most; a link with anything else opens the app without it. */
function startParamOf(value: string): string | undefined {
  return /^[\w-]{1,512}$/.test(value) ? value : undefined;
}

/** Whether a link may be opened or written as an address: no script can hide in it. */
export function isSafe(link: string): boolean {
  return /^(https?|tg|mailto):/i.test(link);
}
