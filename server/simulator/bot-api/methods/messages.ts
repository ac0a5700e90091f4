import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { addMessage, apiMessage, findChat, findMessage } from '../../chats.ts';
import { type Context, unixNow } from '../../context.ts';
import type { StoredChat, StoredMessage } from '../../state.ts';
import { readText } from '../../text/read-text.ts';
import { badRequest, forbidden } from '../errors.ts';
import { readMarkup } from '../keyboards.ts';
import type { Methods } from '../method.ts';
import type { Params } from '../params.ts';

const NOT_MODIFIED =
  'Message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

export const messageMethods: Methods = {
  sendMessage(context, params) {
    const chat = writableChat(context, params);
    const content = readText(params, unixNow(context.clock));
    const message = addBotMessage(context, chat, params, content);
    return { result: apiMessage(context, chat, message) };
  },

  editMessageText(context, params) {
    const { chat, message } = ownMessage(context, params);
    if (message.media) throw badRequest('There is no text in the message to edit');
    const content = readText(params, unixNow(context.clock));
    const keyboard = readMarkup(params).inline;
    const same =
      content.text === message.text &&
      isDeepStrictEqual(content.entities, message.entities) &&
      isDeepStrictEqual(keyboard ?? [], message.keyboard ?? []);
    if (same) throw badRequest(NOT_MODIFIED);
    Object.assign(message, content, { editHidden: false });
    return saveEdit(context, chat, message, keyboard);
  },

  editMessageReplyMarkup(context, params) {
    const { chat, message } = ownMessage(context, params);
    const keyboard = readMarkup(params).inline;
    if (isDeepStrictEqual(keyboard ?? [], message.keyboard ?? [])) throw badRequest(NOT_MODIFIED);
    message.editHidden = message.editDate === undefined || message.editHidden;
    return saveEdit(context, chat, message, keyboard);
  },

  deleteMessage(context, params) {
    const chat = knownChat(context, params);
    const message = findMessage(chat, params.integer('message_id') ?? 0);
    if (!message) throw badRequest('Message to delete not found');
    chat.messages = chat.messages.filter((one) => one !== message);
    context.changed(chat.userId);
    return { result: true };
  },

  setMessageReaction(context, params) {
    const chat = writableChat(context, params);
    const message = findMessage(chat, params.integer('message_id') ?? 0);
    if (!message) throw badRequest('Message to react not found');
    const schema = z.array(z.looseObject({ type: z.string(), emoji: z.string().optional() })).max(1);
    const reactions = params.json('reaction', schema, "Can't parse reaction types JSON object");
    message.reaction = reactions?.[0]?.emoji;
    context.changed(chat.userId);
    return { result: true };
  },

  sendChatAction(context, params) {
    const chat = writableChat(context, params);
    if (!params.has('action')) throw badRequest('Wrong parameter action in request');
    context.live.tell(chat.userId, 'typing');
    return { result: true };
  },
};

/** Adds a message of the bot, with the buttons and the reply that the call asks for. */
export function addBotMessage(
  context: Context,
  chat: StoredChat,
  params: Params,
  content: Pick<StoredMessage, 'text' | 'entities' | 'media'>,
): StoredMessage {
  const markup = readMarkup(params);
  const replyTo = readReply(chat, params);
  if (markup.replyKeyboard !== undefined) chat.replyKeyboard = markup.replyKeyboard;
  return addMessage(context, chat, {
    fromBot: true,
    ...content,
    ...(markup.inline?.length ? { keyboard: markup.inline } : {}),
    ...(markup.forceReply ? { forceReply: markup.forceReply } : {}),
    ...(markup.replyKeyboard ? { hasReplyKeyboard: true } : {}),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(params.flag('disable_notification') ? { silent: true } : {}),
  });
}

function knownChat(context: Context, params: Params): StoredChat {
  if (!params.has('chat_id')) throw badRequest('chat_id is empty');
  const chat = findChat(context, params.integer('chat_id') ?? 0);
  if (!chat) throw badRequest('Chat not found');
  return chat;
}

/** A chat the bot may write to: the person has begun it and does not block the bot. */
export function writableChat(context: Context, params: Params): StoredChat {
  const chat = knownChat(context, params);
  if (chat.blocked) throw forbidden('bot was blocked by the user');
  if (!chat.started) throw forbidden("bot can't initiate conversation with a user");
  return chat;
}

function ownMessage(context: Context, params: Params) {
  const chat = knownChat(context, params);
  const message = findMessage(chat, params.integer('message_id') ?? 0);
  if (!message) throw badRequest('Message to edit not found');
  if (!message.fromBot) throw badRequest("Message can't be edited");
  if (chat.blocked) throw forbidden('bot was blocked by the user');
  return { chat, message };
}

function saveEdit(
  context: Context,
  chat: StoredChat,
  message: StoredMessage,
  keyboard: StoredMessage['keyboard'],
) {
  // An edit without reply_markup takes the buttons away, as in Telegram.
  message.keyboard = keyboard?.length ? keyboard : undefined;
  message.editDate = unixNow(context.clock);
  context.changed(chat.userId);
  return { result: apiMessage(context, chat, message) };
}

const replySchema = z.looseObject({
  message_id: z.int(),
  allow_sending_without_reply: z.boolean().optional(),
});

function readReply(chat: StoredChat, params: Params): number | undefined {
  const reply = params.json('reply_parameters', replySchema, "Can't parse reply parameters JSON object");
  const id = reply?.message_id ?? params.integer('reply_to_message_id');
  if (id === undefined || findMessage(chat, id)) return id;
  if (reply?.allow_sending_without_reply || params.flag('allow_sending_without_reply')) return undefined;
  throw badRequest('Message to be replied not found');
}
