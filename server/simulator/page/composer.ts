import type { KeyboardButtonRequestUsers } from 'grammy/types';
import type { ReplyKey, StoredMessage } from '../state.ts';
import type { ChatView } from '../view.ts';
import { type Attachable, attachMenu } from './attach-menu.ts';
import { commandMenu } from './command-menu.ts';
import { el, icon, iconButton } from './dom.ts';
import { replyBar } from './reply-bar.ts';

export type ComposerActions = {
  /** Resolves to whether it was sent. */
  send(text: string, replyTo?: number): Promise<boolean>;
  shareLocation(): void;
  /** Asks for what is to be attached and sends it. */
  attach(what: Attachable): void;
  pickPeople(asked: KeyboardButtonRequestUsers): void;
  openMenuButton(): void;
  unblock(): void;
};

export type Composer = {
  element: HTMLElement;
  draw(view: ChatView): void;
  replyTo(message: StoredMessage): void;
  /** Empties everything, for another person's chat. */
  reset(): void;
};

const TALLEST_FIELD_PX = 160;

/** The foot of the chat: the menu button, the text field, commands; or Start, or Unblock, when one cannot write. */
export function composer(actions: ComposerActions): Composer {
  let view: ChatView | null = null;
  /** The last message that asked for a reply; it asks once. */
  let forcedBy = 0;

  const field = el('textarea', {
    rows: 1,
    'aria-label': 'Message',
    maxlength: 4096,
    oninput: growField,
    onkeydown,
  });
  const menu = el('button', {
    type: 'button',
    class: 'menu-button',
    onclick: () => actions.openMenuButton(),
  });
  const commands = commandMenu((command) => actions.send(command));
  const attach = attachMenu((what) => actions.attach(what));
  const send = iconButton('Send', icon('send'), submit, 'send');
  const reply = replyBar((message) => {
    field.placeholder = message?.forceReply?.placeholder ?? 'Message';
    if (message) field.focus();
  });
  const keys = el('div', { class: 'reply-keyboard', role: 'group', 'aria-label': 'Quick replies' });
  const line = el('div', { class: 'composer-line' }, menu, field, attach.button, commands.button, send);
  const big = el('button', { type: 'button', class: 'big-button', onclick: pressBig });
  const element = el(
    'div',
    { class: 'composer' },
    commands.element,
    attach.element,
    reply.element,
    line,
    big,
    keys,
  );
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    reply.set(null);
    commands.close();
    attach.close();
  });

  function growField() {
    field.style.height = '';
    // While the row is hidden (before Start) there is nothing to measure.
    if (field.scrollHeight > 0)
      field.style.height = `${Math.min(field.scrollHeight + 2, TALLEST_FIELD_PX)}px`;
    send.classList.toggle('ready', field.value.trim() !== '');
  }
  function onkeydown(event: Event) {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Enter' || event.shiftKey || event.isComposing)
      return;
    event.preventDefault();
    submit();
  }
  async function submit() {
    const text = field.value.trim();
    field.focus();
    if (text === '') return;
    const sending = actions.send(text, reply.current()?.id);
    clear();
    if ((await sending) || field.value !== '') return;
    field.value = text;
    growField();
  }
  function clear() {
    field.value = '';
    reply.set(null);
    growField();
  }
  function pressBig() {
    if (view?.blocked) actions.unblock();
    else actions.send('/start');
  }
  function replyTo(message: StoredMessage) {
    reply.set(message, message.fromBot ? view?.botName : view?.user.first_name);
  }
  function obeyForceReply(messages: readonly StoredMessage[], isFirst: boolean) {
    const last = messages.at(-1);
    if (!last?.forceReply || last.id <= forcedBy) return;
    forcedBy = last.id;
    if (!isFirst) replyTo(last);
  }

  return {
    element,
    replyTo,
    reset() {
      forcedBy = 0;
      clear();
      commands.close();
      attach.close();
    },
    draw(next) {
      const isFirst = view?.user.id !== next.user.id;
      view = next;
      const canWrite = next.started && !next.blocked;
      line.hidden = !canWrite;
      big.hidden = canWrite;
      big.textContent = next.blocked ? 'Unblock' : 'Start';
      drawMenuButton(menu, next.menuButton);
      commands.draw(next.commands);
      drawKeys(keys, canWrite ? next.replyKeyboard : null, actions);
      if (canWrite) obeyForceReply(next.messages, isFirst);
    },
  };
}

function drawMenuButton(button: HTMLElement, menu: ChatView['menuButton']): void {
  button.hidden = menu.type !== 'web_app';
  if (menu.type !== 'web_app') return;
  button.textContent = menu.text;
  button.setAttribute('aria-label', `Menu: ${menu.text}`);
}

function drawKeys(box: HTMLElement, rows: ReplyKey[][] | null, actions: ComposerActions): void {
  box.hidden = !rows?.length;
  const press = (key: ReplyKey) => {
    if (key.request_users) actions.pickPeople(key.request_users);
    else if (key.request_location) actions.shareLocation();
    else void actions.send(key.text);
  };
  const key = (one: ReplyKey) => el('button', { type: 'button', onclick: () => press(one) }, one.text);
  box.replaceChildren(...(rows ?? []).map((row) => el('div', { class: 'keyboard-row' }, ...row.map(key))));
}
