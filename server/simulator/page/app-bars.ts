import { el, icon, iconButton } from './dom.ts';
import type { BottomButton } from './mini-app-events.ts';

/** The bars Telegram draws around a Mini App: the header above it, the app's own buttons below it. */

export type AppHeader = {
  element: HTMLElement;
  setTitle(name: string): void;
  /** With Back, the first button goes back and a second one closes. */
  setBack(visible: boolean): void;
  setSettings(visible: boolean): void;
};

export function appHeader(on: { back(): void; close(): void; settings(): void }): AppHeader {
  let hasBack = false;
  const leave = iconButton('Close', icon('close'), () => (hasBack ? on.back() : on.close()));
  const title = el('div', { class: 'app-title' });
  const settings = el('button', { type: 'button', class: 'text-button', onclick: on.settings }, 'Settings');
  const close = iconButton('Close', icon('close'), on.close);
  return {
    element: el('header', { class: 'app-header' }, leave, title, settings, close),
    setTitle: (name) => title.replaceChildren(el('strong', {}, name), el('span', {}, 'mini app')),
    setBack(visible) {
      hasBack = visible;
      const label = visible ? 'Back' : 'Close';
      leave.replaceChildren(icon(visible ? 'back' : 'close'));
      leave.setAttribute('aria-label', label);
      leave.title = label;
      close.hidden = !visible;
    },
    setSettings(visible) {
      settings.hidden = !visible;
    },
  };
}

export type ButtonName = 'main' | 'secondary';

export type AppFoot = {
  element: HTMLElement;
  set(name: ButtonName, change: Partial<BottomButton>): void;
  /** Takes both buttons away. */
  reset(): void;
};

const NO_BUTTON: BottomButton = {
  text: '',
  visible: false,
  active: true,
  busy: false,
  color: null,
  textColor: null,
};

export function appFoot(pressed: (name: ButtonName) => void): AppFoot {
  const states = { main: { ...NO_BUTTON }, secondary: { ...NO_BUTTON } };
  const buttons = { main: button('main'), secondary: button('secondary') };
  const element = el('footer', { class: 'app-foot' }, buttons.secondary, buttons.main);

  function button(name: ButtonName) {
    const onclick = () => {
      if (states[name].active && !states[name].busy) pressed(name);
    };
    return el('button', { type: 'button', class: `bottom-button ${name}`, onclick });
  }
  function set(name: ButtonName, change: Partial<BottomButton>) {
    const state = Object.assign(states[name], change);
    const shown = buttons[name];
    shown.hidden = !state.visible || state.text === '';
    shown.disabled = !state.active;
    shown.setAttribute('aria-busy', String(state.busy));
    shown.textContent = state.text;
    shown.style.background = state.color ?? '';
    shown.style.color = state.textColor ?? '';
    element.hidden = buttons.main.hidden && buttons.secondary.hidden;
  }
  return {
    element,
    set,
    reset() {
      set('main', NO_BUTTON);
      set('secondary', NO_BUTTON);
    },
  };
}
