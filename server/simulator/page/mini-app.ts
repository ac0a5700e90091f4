import { appFoot, appHeader } from './app-bars.ts';
import { ask } from './dialogs.ts';
import { el, icon } from './dom.ts';
import { type AppHost, appEvents, viewportOf } from './mini-app-events.ts';
import { launchUrl, readMessage, SANDBOX } from './mini-app-launch.ts';
import { resolveColor, type ThemeName, themeParams } from './theme.ts';

export type MiniAppActions = {
  theme(): ThemeName;
  initData(startParam?: string): Promise<string>;
  openLink(url: string): void;
  allowWriting(): Promise<void>;
  /** The app of the menu button, for the empty panel. */
  openMenuButton(): void;
};

export type MiniApp = {
  element: HTMLElement;
  /** Opens `url` in the panel; what was open there before is replaced. */
  open(url: string, title: string, startParam?: string): Promise<void>;
  close(): void;
  themeChanged(): void;
};

/** The panel in which a Mini App runs, with the bars Telegram draws around it. */
export function miniApp(actions: MiniAppActions): MiniApp {
  let frame: HTMLIFrameElement | null = null;
  let origin = '';
  /** Nothing may be posted before the app has spoken: until then the frame shows an empty page of another origin. */
  let isListening = false;
  let confirmClose = false;

  const header = appHeader({
    back: () => post('back_button_pressed'),
    close: () => void askToClose(),
    settings: () => post('settings_button_pressed'),
  });
  const foot = appFoot((name) => post(`${name}_button_pressed`));
  const body = el('div', { class: 'app-body' });
  const phone = el('div', { class: 'phone' }, header.element, body, foot.element);
  const element = el('section', { class: 'app-panel', 'aria-label': 'Mini App' }, phone, emptyPanel(actions));

  const colors = new Map<string, string>();

  const host: AppHost = {
    theme: actions.theme,
    openLink: actions.openLink,
    allowWriting: actions.allowWriting,
    post,
    close,
    viewport: () => ({ width: body.clientWidth, height: body.clientHeight }),
    ready: () => body.classList.remove('loading'),
    setBack: header.setBack,
    setSettings: header.setSettings,
    setButton: foot.set,
    setCloseConfirm(needed) {
      confirmClose = needed;
    },
    setColor(part, color) {
      colors.set(part, color);
      paint();
    },
    haptic: () => restartAnimation(phone, 'haptic'),
  };

  function post(eventType: string, eventData?: unknown) {
    if (isListening) frame?.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), origin);
  }
  /** A colour named after the theme follows the theme; one that was given stays. */
  function paint() {
    for (const [part, color] of colors) {
      phone.style.setProperty(`--app-${part}`, resolveColor(actions.theme(), color));
    }
  }
  function reset() {
    colors.clear();
    frame?.remove();
    frame = null;
    isListening = false;
    confirmClose = false;
    header.setBack(false);
    header.setSettings(false);
    foot.reset();
    phone.removeAttribute('style');
  }
  async function askToClose() {
    const stay = { id: 'stay', text: 'Cancel' };
    const leave = { id: 'close', text: 'Close anyway', destructive: true };
    const question = 'Changes that you made may not be saved.';
    if (!confirmClose || (await ask('', question, [stay, leave])) === 'close') close();
  }
  function close() {
    reset();
    element.classList.remove('open');
  }

  window.addEventListener('message', (event) => {
    if (!frame || event.source !== frame.contentWindow || event.origin !== origin) return;
    isListening = true;
    const message = readMessage(event.data);
    if (message) void appEvents[message.eventType]?.(host, message.data);
  });
  new ResizeObserver(() => post('viewport_changed', viewportOf(host))).observe(body);
  reset();

  return {
    element,
    close,
    themeChanged() {
      paint();
      post('theme_changed', { theme_params: themeParams(actions.theme()) });
    },
    async open(url, name, startParam) {
      const src = launchUrl(url, await actions.initData(startParam), actions.theme(), startParam);
      reset();
      header.setTitle(name);
      origin = new URL(src).origin;
      frame = el('iframe', { src, title: `${name} Mini App`, sandbox: SANDBOX, allow: 'clipboard-write' });
      // Telegram lifts its placeholder at web_app_ready or at full load, whichever comes first.
      frame.addEventListener('load', host.ready);
      body.classList.add('loading');
      body.replaceChildren(frame);
      element.classList.add('open');
    },
  };
}

function emptyPanel(actions: MiniAppActions): HTMLElement {
  const onclick = () => actions.openMenuButton();
  return el(
    'div',
    { class: 'app-empty' },
    icon('phone'),
    el('p', {}, 'The Mini App opens here.'),
    el('button', { type: 'button', class: 'primary', onclick }, 'Open the Mini App'),
  );
}

function restartAnimation(element: HTMLElement, className: string): void {
  element.classList.remove(className);
  // Reading a size makes the browser notice that the class was away.
  void element.offsetWidth;
  element.classList.add(className);
}
