import type { ChatView } from '../view.ts';
import { avatar, el, icon, iconButton } from './dom.ts';

export type ChatHeaderActions = { setBlocked(blocked: boolean): void; openApp(): void };

export type ChatHeader = { element: HTMLElement; draw(view: ChatView): void; typing(): void };

const TYPING_MS = 5_000;

/** The bar over the chat: the bot's name, whether it is typing, and the chat's menu. */
export function chatHeader(actions: ChatHeaderActions): ChatHeader {
  let typingTimer = 0;
  const name = el('h1', {});
  const status = el('span', { class: 'status' }, 'bot');
  const block = item('Block bot', () => actions.setBlocked(block.textContent === 'Block bot'));
  const open = item('Open Mini App', () => actions.openApp());
  const menu = el(
    'div',
    { class: 'menu', role: 'group', 'aria-label': 'Chat menu', hidden: true },
    open,
    block,
  );
  const more = iconButton('Chat menu', icon('more'), () => toggle(), 'more');
  const holder = el('div', { class: 'menu-holder' }, more, menu);
  holder.addEventListener('keydown', (event) => event.key === 'Escape' && toggle(false));
  document.addEventListener('click', (event) => !holder.contains(event.target as Node) && toggle(false));

  function item(label: string, act: () => void) {
    const onclick = () => {
      act();
      toggle(false);
    };
    return el('button', { type: 'button', onclick }, label);
  }
  function toggle(isOpen = menu.hidden) {
    menu.hidden = !isOpen;
    more.setAttribute('aria-expanded', String(isOpen));
  }
  function setStatus(text: string) {
    status.textContent = text;
    status.classList.toggle('typing', text !== 'bot');
  }

  return {
    element: el(
      'header',
      { class: 'chat-header' },
      avatar('Followthrough', 1),
      el('div', { class: 'chat-title' }, name, status),
      holder,
    ),
    draw(view) {
      name.textContent = view.botName;
      block.textContent = view.blocked ? 'Unblock bot' : 'Block bot';
      open.hidden = view.menuButton.type !== 'web_app';
      window.clearTimeout(typingTimer);
      setStatus('bot');
    },
    typing() {
      setStatus('typing…');
      window.clearTimeout(typingTimer);
      typingTimer = window.setTimeout(() => setStatus('bot'), TYPING_MS);
    },
  };
}
