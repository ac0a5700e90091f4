import type { ChatMember, InlineKeyboardButton } from 'grammy/types';
import type { CallbackAnswer } from './callbacks.ts';
import { addMessage, apiBot, apiChat, apiMessage, findMessage, personOf } from './chats.ts';
import { type Context, unixNow } from './context.ts';
import type { Place, StoredChat, StoredMessage } from './state.ts';
import { tidyText } from './text/tidy.ts';

/** What a person does in the chat. Each act changes the chat and tells the bot. */

/** The person writes. A first message also begins the chat, as the Start button does. Null for an empty text. */
export function sendAsPerson(
  context: Context,
  chat: StoredChat,
  text: string,
  replyTo?: number,
): StoredMessage | null {
  const content = tidyText({ text: text.slice(0, 4096), entities: [] });
  if (content.text === '') return null;
  const reply = replyTo !== undefined && findMessage(chat, replyTo) ? { replyTo } : {};
  return deliver(context, chat, { ...content, ...reply });
}

/** Puts a message of the person into the chat and tells the bot. Whatever one sends begins a chat and unblocks the bot. */
export function deliver(
  context: Context,
  chat: StoredChat,
  content: Omit<StoredMessage, 'id' | 'date' | 'fromBot'>,
): StoredMessage {
  if (chat.blocked) setBlocked(context, chat, false);
  chat.started = true;
  const message = addMessage(context, chat, { fromBot: false, ...content });
  context.queue.push({ message: apiMessage(context, chat, message) });
  return message;
}

/** The person shares where they are: by a button of the reply keyboard, then it answers the message that brought that. */
export function shareLocation(context: Context, chat: StoredChat, location: Place): StoredMessage {
  const asked = chat.replyKeyboard && chat.messages.findLast((one) => one.hasReplyKeyboard);
  return deliver(context, chat, { text: '', entities: [], location, ...(asked && { replyTo: asked.id }) });
}

/** The person allows messages from inside the Mini App (web_app_request_write_access). */
export function allowWriting(context: Context, chat: StoredChat): void {
  if (chat.started) return;
  chat.started = true;
  const message = addMessage(context, chat, {
    fromBot: false,
    text: '',
    entities: [],
    service: 'write_access_allowed',
  });
  context.queue.push({ message: apiMessage(context, chat, message) });
}

/** The person taps a callback button; null when there is none at that place. Resolves with the bot's answer. */
export async function tapButton(
  context: Context,
  chat: StoredChat,
  place: { messageId: number; row: number; column: number },
): Promise<{ answer: CallbackAnswer | null } | null> {
  const message = findMessage(chat, place.messageId);
  const button = message?.keyboard?.[place.row]?.[place.column];
  const data = button && callbackData(button);
  if (!message || data === undefined) return null;
  const { id, answer } = context.callbacks.open();
  context.queue.push({
    callback_query: {
      id,
      from: personOf(chat),
      message: apiMessage(context, chat, message),
      chat_instance: String(chat.userId * 7919),
      data,
    },
  });
  return { answer: await answer };
}

function callbackData(button: InlineKeyboardButton): string | undefined {
  return 'callback_data' in button ? button.callback_data : undefined;
}

/** The person blocks or unblocks the bot. Unblocking a chat that was never begun does not begin it. */
export function setBlocked(context: Context, chat: StoredChat, blocked: boolean): void {
  if (chat.blocked === blocked) return;
  chat.blocked = blocked;
  context.changed(chat.userId);
  const bot = apiBot(context);
  const member: ChatMember = { status: 'member', user: bot };
  const kicked: ChatMember = { status: 'kicked', user: bot, until_date: 0 };
  context.queue.push({
    my_chat_member: {
      chat: apiChat(chat),
      from: personOf(chat),
      date: unixNow(context.clock),
      old_chat_member: blocked ? member : kicked,
      new_chat_member: blocked ? kicked : member,
    },
  });
}
