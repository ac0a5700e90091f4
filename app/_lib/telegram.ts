import './storage-shim.ts';
import {
  backButton,
  closingBehavior,
  copyTextToClipboard,
  hapticFeedback,
  hideKeyboard,
  init,
  mainButton,
  miniApp,
  openTelegramLink as openLinkInTelegram,
  popup,
  retrieveLaunchParams,
  retrieveRawInitData,
  targetOrigin,
  themeParams,
  viewport,
} from '@telegram-apps/sdk-react';
import { makeReadable } from './theme.ts';

/**
 * The one adapter over Telegram's SDK: nothing else in the app imports it. Every call does nothing (or says so in its
 * result) where the client is too old, or where there is no Telegram at all.
 */

/** Runs an SDK call that may throw because this client does not know it; the app works without each of them. */
function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch {
    return undefined;
  }
}

/** Read as the module loads, before any navigation can drop the URL's fragment. Signed data; never logged or stored by us. */
const initData = typeof window === 'undefined' ? undefined : attempt(retrieveRawInitData);

/** The signed launch data to exchange for a session, or null outside Telegram (and for launches that carry none). */
export function launchData(): string | null {
  return initData ?? null;
}

let started = false;

/**
 * Wakes the SDK up, once: React's strict mode runs effects twice, and binding CSS variables twice throws.
 * `frameOrigin`: origin of the page that frames us when that is not Telegram's own web client, else null.
 */
export function startTelegram(frameOrigin: string | null): void {
  if (started || !initData) return;
  started = true;
  if (frameOrigin) targetOrigin.set(frameOrigin);
  // Custom styles would be written into a <style> element, which our content security policy refuses.
  attempt(() => init({ acceptCustomStyles: false }));
  attempt(() => {
    document.documentElement.dataset.platform = retrieveLaunchParams().tgWebAppPlatform;
  });
  startTheme();
  startViewport();
  attempt(() => backButton.mount.ifAvailable());
  attempt(() => backButton.onClick.ifAvailable(() => backHandlers.at(-1)?.()));
  attempt(() => mainButton.mount.ifAvailable());
  attempt(() => closingBehavior.mount.ifAvailable());
  attempt(() => miniApp.ready.ifAvailable());
}

function startTheme(): void {
  attempt(() => miniApp.mountSync.ifAvailable());
  attempt(() => themeParams.mountSync.ifAvailable());
  attempt(() => themeParams.bindCssVars.ifAvailable());
  const follow = () => {
    makeReadable(themeParams.state());
    if (themeParams.backgroundColor()) {
      document.documentElement.dataset.scheme = themeParams.isDark() ? 'dark' : 'light';
    }
  };
  follow();
  themeParams.state.sub(follow);
  // Worked out from the state after those who listen to the state were told.
  themeParams.isDark.sub(follow);
  attempt(() => miniApp.setHeaderColor.ifAvailable('secondary_bg_color'));
  attempt(() => miniApp.setBackgroundColor.ifAvailable('secondary_bg_color'));
}

/** Some clients never answer viewport.mount(), so nothing waits for it. */
function startViewport(): void {
  attempt(() => {
    if (!viewport.mount.isAvailable()) return;
    viewport.mount({ timeout: 3000 }).then(
      () => {
        attempt(() => viewport.bindCssVars.ifAvailable());
        attempt(() => viewport.expand.ifAvailable());
      },
      () => undefined,
    );
  });
}

/** The handlers of the open screen and of what lies over it (a form, a sheet); the latest one answers. */
const backHandlers: Array<() => void> = [];

/** Whether this client shows a back button of its own; without one, the screen draws a link. */
export function hasBackButton(): boolean {
  return attempt(() => backButton.show.isAvailable()) ?? false;
}

/** Shows Telegram's back button while at least one handler is on the pile. Returns the function that takes it off. */
export function onBack(handler: () => void): () => void {
  backHandlers.push(handler);
  attempt(() => backButton.show.ifAvailable());
  return () => {
    backHandlers.splice(backHandlers.lastIndexOf(handler), 1);
    if (backHandlers.length === 0) attempt(() => backButton.hide.ifAvailable());
  };
}

export type MainButtonLook = { text: string; enabled: boolean; busy: boolean };

export function hasMainButton(): boolean {
  return attempt(() => mainButton.setParams.isAvailable()) ?? false;
}

export function showMainButton({ text, enabled, busy }: MainButtonLook): void {
  attempt(() =>
    mainButton.setParams.ifAvailable({
      text,
      isEnabled: enabled && !busy,
      isLoaderVisible: busy,
      isVisible: true,
    }),
  );
}

export function hideMainButton(): void {
  attempt(() => mainButton.setParams.ifAvailable({ isVisible: false, isLoaderVisible: false }));
}

/** Returns the function that stops listening. */
export function onMainButton(handler: () => void): () => void {
  const stop = attempt(() => mainButton.onClick.ifAvailable(handler))?.[1];
  return () => stop?.();
}

/** Light tap on a tick, "success" when something is finished, "error" when the server refused. */
export function haptic(kind: 'tap' | 'success' | 'error'): void {
  attempt(() =>
    kind === 'tap'
      ? hapticFeedback.impactOccurred.ifAvailable('light')
      : hapticFeedback.notificationOccurred.ifAvailable(kind),
  );
}

/** Telegram asks before closing while there is text that would be lost. */
export function askBeforeClosing(ask: boolean): void {
  attempt(() =>
    ask
      ? closingBehavior.enableConfirmation.ifAvailable()
      : closingBehavior.disableConfirmation.ifAvailable(),
  );
}

export type Question = { title: string; message: string; action: string };

/** Asks in Telegram's own popup; null when this client has none, so that the caller asks in its own way. */
export async function askInPopup({ title, message, action }: Question): Promise<boolean | null> {
  if (!attempt(() => popup.open.isAvailable())) return null;
  try {
    const answer = await popup.open({
      // Telegram's limits: 64 for a title, 256 for the message.
      title: title.slice(0, 64),
      message: message.slice(0, 256),
      buttons: [{ id: 'yes', type: 'destructive', text: action }, { type: 'cancel' }],
    });
    return answer === 'yes';
  } catch {
    return null;
  }
}

/** Opens a t.me link inside Telegram. False when there is no Telegram to open it: let the browser follow it. */
export function openTelegramLink(url: string): boolean {
  return attempt(() => openLinkInTelegram.ifAvailable(url))?.[0] ?? false;
}

export function copyText(text: string): Promise<void> {
  return copyTextToClipboard(text);
}

export function closeApp(): void {
  attempt(() => miniApp.close.ifAvailable());
}

export function hideScreenKeyboard(): void {
  attempt(() => hideKeyboard.ifAvailable());
}
