import type { StoredMessage } from '../state.ts';
import { timeOf } from './dates.ts';
import { el, icon } from './dom.ts';
import { formatText, type TextActions } from './formatting.ts';
import { type KeyboardActions, keyboard } from './keyboard.ts';
import { forwardedFrom, mediaPart } from './media.ts';
import { excerpt, sharedWords } from './media-words.ts';

export type BubbleActions = TextActions & {
  reply(message: StoredMessage): void;
  keyboardOf(message: StoredMessage): KeyboardActions;
  show(messageId: number): void;
};

/** One message with its buttons. `names` are the bot's and the person's; `original` is what it replies to. */
export function bubble(
  message: StoredMessage,
  original: StoredMessage | undefined,
  names: { bot: string; person: string },
  actions: BubbleActions,
): HTMLElement {
  if (message.service) {
    return el('div', { class: 'service' }, `You allowed ${names.bot} to write to you`);
  }
  if (message.media && 'users_shared' in message.media) {
    return el('div', { class: 'service' }, sharedWords(message.media.users_shared.users, names.bot));
  }
  const author = message.fromBot ? names.bot : names.person;
  return el(
    'article',
    {
      class: `message ${message.fromBot ? 'incoming' : 'outgoing'}`,
      'aria-label': `${author}, ${timeOf(message.date)}`,
      'data-id': message.id,
    },
    el(
      'div',
      { class: 'bubble-row' },
      el(
        'div',
        { class: 'bubble' },
        message.forwardOrigin && forwardedFrom(message.forwardOrigin),
        original && quoteOf(original, names, actions),
        message.media && mediaPart(message.media),
        el('div', { class: 'text', dir: 'auto' }, ...textOf(message, actions)),
        meta(message),
        message.reaction && el('div', { class: 'reaction', 'aria-label': 'Reaction' }, message.reaction),
      ),
      el(
        'button',
        {
          type: 'button',
          class: 'reply',
          'aria-label': 'Reply',
          title: 'Reply',
          onclick: () => actions.reply(message),
        },
        icon('reply'),
      ),
    ),
    message.keyboard && keyboard(message.keyboard, actions.keyboardOf(message)),
  );
}

function textOf({ location, text, entities }: StoredMessage, actions: BubbleActions) {
  return location ? [`📍 ${location.latitude}, ${location.longitude}`] : formatText(text, entities, actions);
}

function meta(message: StoredMessage): HTMLElement {
  const isEdited = message.editDate !== undefined && !message.editHidden;
  const label = isEdited ? `edited ${timeOf(message.editDate ?? message.date)}` : timeOf(message.date);
  return el('span', { class: 'meta' }, label);
}

function quoteOf(
  original: StoredMessage,
  names: { bot: string; person: string },
  actions: BubbleActions,
): HTMLElement {
  return el(
    'button',
    { type: 'button', class: 'reply-quote', onclick: () => actions.show(original.id) },
    el('strong', {}, original.fromBot ? names.bot : names.person),
    el('span', {}, excerpt(original)),
  );
}
