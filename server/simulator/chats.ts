import type { Chat, Update } from 'grammy/types';
import type { Context } from './context.ts';
import { unixNow } from './context.ts';
import { findPerson, type Person } from './people.ts';
import type { StoredChat, StoredMessage } from './state.ts';

/** A message as updates and answers carry it. */
export type ApiMessage = NonNullable<Update['message']>;

/** The chat of this person, or undefined for an id the simulator does not play. */
export function findChat(context: Context, userId: number): StoredChat | undefined {
  return context.state.chats.find((chat) => chat.userId === userId);
}

export function findMessage(chat: StoredChat, messageId: number): StoredMessage | undefined {
  return chat.messages.find((message) => message.id === messageId);
}

/** Appends a message and gives it the next id. Ids grow over all chats of the bot, as they do in Telegram. */
export function addMessage(
  context: Context,
  chat: StoredChat,
  content: Omit<StoredMessage, 'id' | 'date'>,
): StoredMessage {
  const message = { id: context.state.nextMessageId++, date: unixNow(context.clock), ...content };
  chat.messages.push(message);
  context.changed(chat.userId);
  return message;
}

/** The person of a chat. Throws for a chat without one, which would be a bug. */
export function personOf(chat: StoredChat): Person {
  const person = findPerson(chat.userId);
  if (!person) throw new Error(`No person ${chat.userId}`);
  return person;
}

/** A private chat as the Bot API describes it. */
export function apiChat(chat: StoredChat): Chat.PrivateChat {
  const { id, first_name, last_name, username } = personOf(chat);
  return { id, type: 'private', first_name, last_name, username };
}

/** A message as the Bot API describes it, with the message it replies to (one level deep). */
export function apiMessage(context: Context, chat: StoredChat, stored: StoredMessage): ApiMessage {
  const message = withoutReply(context, chat, stored);
  const original = stored.replyTo === undefined ? undefined : findMessage(chat, stored.replyTo);
  if (!original) return message;
  return {
    ...message,
    reply_to_message: { ...withoutReply(context, chat, original), reply_to_message: undefined },
  };
}

function withoutReply(context: Context, chat: StoredChat, stored: StoredMessage): ApiMessage {
  return {
    message_id: stored.id,
    from: stored.fromBot ? apiBot(context) : personOf(chat),
    chat: apiChat(chat),
    date: stored.date,
    ...(stored.editDate === undefined ? {} : { edit_date: stored.editDate }),
    ...(stored.forwardOrigin ? { forward_origin: stored.forwardOrigin } : {}),
    ...contentOf(stored),
    ...(stored.keyboard ? { reply_markup: { inline_keyboard: stored.keyboard } } : {}),
  };
}

function contentOf({ service, location, media, text, entities }: StoredMessage) {
  if (service) return { write_access_allowed: { from_request: true } };
  if (location) return { location };
  const hasEntities = entities.length > 0;
  if (!media) return { text, ...(hasEntities ? { entities } : {}) };
  if (text === '') return media;
  return { ...media, caption: text, ...(hasEntities ? { caption_entities: entities } : {}) };
}

/** The bot as the sender of a message; the name follows setMyName. */
export function apiBot({ bot, state }: Context) {
  return { id: bot.id, is_bot: true as const, first_name: state.profile.name, username: bot.username };
}
