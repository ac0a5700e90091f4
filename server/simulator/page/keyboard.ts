import type { InlineKeyboardButton } from 'grammy/types';
import { copyText } from './dialogs.ts';
import { el, icon } from './dom.ts';

export type KeyboardActions = {
  /** Resolves when the bot has answered, or has not in time. */
  tap(row: number, column: number): Promise<void>;
  openLink(url: string): void;
  openApp(url: string): void;
};

/** The buttons under a message. */
export function keyboard(rows: readonly InlineKeyboardButton[][], actions: KeyboardActions): HTMLElement {
  return el(
    'div',
    { class: 'keyboard', role: 'group', 'aria-label': 'Buttons' },
    ...rows.map((row, y) =>
      el('div', { class: 'keyboard-row' }, ...row.map((key, x) => button(key, y, x, actions))),
    ),
  );
}

function button(
  key: InlineKeyboardButton,
  row: number,
  column: number,
  actions: KeyboardActions,
): HTMLElement {
  const look = 'style' in key && typeof key.style === 'string' ? key.style : '';
  const props = { type: 'button', class: `key ${look}` };
  if ('web_app' in key) {
    const onclick = () => actions.openApp(key.web_app.url);
    return el('button', { ...props, onclick }, el('span', {}, key.text), icon('open'));
  }
  if ('url' in key && key.url) {
    const { url } = key;
    return el(
      'button',
      { ...props, onclick: () => actions.openLink(url) },
      el('span', {}, key.text),
      icon('open'),
    );
  }
  if ('copy_text' in key) {
    const onclick = () => void copyText(key.copy_text.text);
    return el('button', { ...props, onclick }, el('span', {}, key.text), icon('copy'));
  }
  const self = el('button', { ...props, onclick: () => void press() }, el('span', {}, key.text));
  async function press() {
    if (self.getAttribute('aria-busy') === 'true') return;
    self.setAttribute('aria-busy', 'true');
    await actions.tap(row, column).finally(() => self.removeAttribute('aria-busy'));
  }
  return self;
}
