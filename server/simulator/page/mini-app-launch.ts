import type { AppData } from './mini-app-events.ts';
import { type ThemeName, themeParams } from './theme.ts';

/** What Telegram Web allows a Mini App (Ajaxy/telegram-tt, WebAppModalTabContent.tsx). */
export const SANDBOX =
  'allow-scripts allow-same-origin allow-popups allow-forms allow-modals allow-storage-access-by-user-activation';

/** The address Telegram Web gives the frame: the button's, with the launch parameters in the fragment. */
export function launchUrl(url: string, initData: string, theme: ThemeName, startParam?: string): string {
  const launch = new URL(url);
  if (startParam) launch.searchParams.set('tgWebAppStartParam', startParam);
  launch.hash = new URLSearchParams({
    tgWebAppData: initData,
    tgWebAppVersion: '9.1',
    tgWebAppPlatform: 'weba',
    tgWebAppThemeParams: JSON.stringify(themeParams(theme)),
  }).toString();
  return launch.href;
}

/** A message of the Mini App, which is JSON text {eventType, eventData}; null for anything else. */
export function readMessage(raw: unknown): { eventType: string; data: AppData } | null {
  if (typeof raw !== 'string') return null;
  try {
    const { eventType, eventData } = JSON.parse(raw);
    const data = typeof eventData === 'object' && eventData !== null ? eventData : {};
    return typeof eventType === 'string' ? { eventType, data } : null;
  } catch {
    return null;
  }
}
