import type { StoredMessage } from '../state.ts';
import type { ChatView } from '../view.ts';
import { type BubbleActions, bubble } from './bubble.ts';
import { dayLabel } from './dates.ts';
import { el, icon } from './dom.ts';

/** Nearer to the end than this counts as reading along. */
const NEAR_END_PX = 90;

type Drawn = { key: string; node: HTMLElement };

export type MessageList = {
  element: HTMLElement;
  draw(view: ChatView): void;
  /** Forgets what is drawn, for another person's chat. */
  reset(): void;
  show(messageId: number): void;
};

/** The messages of a chat. Only what changed is drawn anew, so that open quotes and focus stay. */
export function messageList(actions: BubbleActions): MessageList {
  let drawn = new Map<string, Drawn>();
  let unread = 0;
  const log = el('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': 'Messages' });
  const scroller = el('div', { class: 'messages', tabindex: 0, 'aria-label': 'Chat', role: 'region' }, log);
  const jump = el('button', { type: 'button', class: 'jump', hidden: true, onclick: toEnd }, icon('down'));
  const element = el('div', { class: 'message-area' }, scroller, jump);
  scroller.addEventListener('scroll', () => isAtEnd() && setUnread(0));

  const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;
  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    setUnread(0);
  }
  function setUnread(count: number) {
    unread = count;
    jump.hidden = count === 0;
    jump.setAttribute('aria-label', `${count} new messages, go to the end`);
    jump.replaceChildren(icon('down'), count > 0 ? el('span', { class: 'badge' }, String(count)) : '');
  }

  return {
    element,
    reset() {
      drawn = new Map();
      log.replaceChildren();
      setUnread(0);
    },
    draw(view) {
      const isFirst = drawn.size === 0;
      const stay = !isFirst && !isAtEnd();
      const before = drawn;
      drawn = new Map();
      for (const part of partsOf(view)) {
        const known = before.get(part.id);
        drawn.set(part.id, known?.key === part.key ? known : { key: part.key, node: part.make(actions) });
      }
      if (isFirst) log.setAttribute('aria-live', 'off');
      place(
        log,
        [...drawn.values()].map(({ node }) => node),
      );
      if (isFirst) log.setAttribute('aria-live', 'polite');
      const added = [...drawn.keys()].filter((id) => id.startsWith('message') && !before.has(id)).length;
      if (stay) setUnread(unread + added);
      else if (isFirst || added > 0 || !isAtEnd()) toEnd();
    },
    show(messageId) {
      const node = drawn.get(`message ${messageId}`)?.node;
      node?.scrollIntoView({ block: 'center', behavior: 'smooth' });
      node?.classList.add('flash');
      window.setTimeout(() => node?.classList.remove('flash'), 1200);
    },
  };
}

type Part = { id: string; key: string; make(actions: BubbleActions): HTMLElement };

/** What the list is made of: an introduction, chips between days, messages. `key` changes when it must be redrawn. */
function partsOf(view: ChatView): Part[] {
  const names = { bot: view.botName, person: view.user.first_name };
  const now = new Date(view.now);
  const parts: Part[] = [];
  let lastDay = '';
  for (const message of view.messages) {
    const day = dayLabel(message.date, now);
    if (day !== lastDay) parts.push(chip(day, message));
    lastDay = day;
    const original = view.messages.find((one) => one.id === message.replyTo);
    parts.push({
      id: `message ${message.id}`,
      key: JSON.stringify([message, original?.text, names]),
      make: (actions) => bubble(message, original, names, actions),
    });
  }
  return parts.length > 0 ? parts : [introduction(view)];
}

function chip(day: string, message: StoredMessage): Part {
  return { id: `day ${message.id}`, key: day, make: () => el('div', { class: 'chip' }, day) };
}

function introduction(view: ChatView): Part {
  const words = view.botConnected
    ? view.description || 'Press Start to begin. Nothing here leaves your computer.'
    : 'No bot is connected yet. It appears here as soon as Followthrough is running.';
  const title = view.botConnected ? 'What can this bot do?' : 'Waiting for the bot';
  return {
    id: 'introduction',
    key: JSON.stringify([title, words]),
    make: () => el('div', { class: 'introduction' }, el('h2', {}, title), el('p', {}, words)),
  };
}

/** Puts `nodes` into `parent` in order, moving as little as possible so that focus is kept. */
function place(parent: HTMLElement, nodes: HTMLElement[]): void {
  const wanted = new Set<Node>(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    if (parent.childNodes[index] !== node) parent.insertBefore(node, parent.childNodes[index] ?? null);
  });
}
