import type { StoredMessage } from '../state.ts';
import { el, icon, iconButton } from './dom.ts';
import { excerpt } from './media-words.ts';

export type ReplyBar = {
  element: HTMLElement;
  /** The message that is being answered, or null. */
  current(): StoredMessage | null;
  /** Chooses what to answer; `author` is the name to show. */
  set(message: StoredMessage | null, author?: string): void;
};

/** The bar above the text field that shows which message is being answered. */
export function replyBar(changed: (message: StoredMessage | null) => void): ReplyBar {
  let current: StoredMessage | null = null;
  const element = el('div', { class: 'reply-bar', hidden: true });
  const set: ReplyBar['set'] = (message, author = '') => {
    current = message;
    element.hidden = message === null;
    if (message) {
      element.replaceChildren(
        icon('reply'),
        el('div', {}, el('strong', {}, `Reply to ${author}`), el('span', {}, excerpt(message))),
        iconButton('Cancel reply', icon('close'), () => set(null)),
      );
    }
    changed(message);
  };
  return { element, current: () => current, set };
}
