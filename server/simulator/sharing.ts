import { createHash } from 'node:crypto';
import type { Contact, MessageOrigin, User, UsersShared } from 'grammy/types';
import { contacts } from './contacts.ts';
import { type Context, unixNow } from './context.ts';
import { deliver } from './conversation.ts';
import type { NewFile } from './files.ts';
import { imageSize } from './image-size.ts';
import { mimeTypeOf } from './mime-types.ts';
import type { Media, StoredChat, StoredMessage } from './state.ts';
import { tidyText } from './text/tidy.ts';

/** What a person hands to the bot other than by typing. Each act changes the chat and tells the bot. */

type Titled = { title: string; username?: string; signature?: string };
/** Who wrote a message that is forwarded: someone, someone who hides their account, a group, a channel. */
export type Author =
  | { from: { id?: number; first_name: string; last_name?: string; username?: string } }
  | { hiddenName: string }
  | { chat: Titled }
  | { channel: Titled };
/** A file as a person sends it; `duration` in seconds is for a voice note. */
export type SentFile = NewFile & { mimeType?: string; duration?: number };
type Forward = { author: Author; text: string; date?: number; file?: SentFile };

/** The person forwards a message; `date` is when it was written, in Unix seconds. Null when it is empty. */
export async function forward(
  context: Context,
  chat: StoredChat,
  { author, text, date = unixNow(context.clock), file }: Forward,
): Promise<StoredMessage | null> {
  const forwardOrigin = originOf(author, date);
  if (file) return sendFile(context, chat, file, text, { forwardOrigin });
  const content = tidyText({ text: text.slice(0, 4096), entities: [] });
  return content.text === '' ? null : deliver(context, chat, { ...content, forwardOrigin });
}

/** The person sends a file, with or without a caption. */
export async function sendFile(
  context: Context,
  chat: StoredChat,
  file: SentFile,
  caption: string,
  more: { forwardOrigin?: MessageOrigin } = {},
): Promise<StoredMessage> {
  const content = tidyText({ text: caption.slice(0, 1024), entities: [] });
  return deliver(context, chat, { ...content, media: await mediaOf(context, file), ...more });
}

/** The person shares somebody from their address book; `user_id` is there when that person is on Telegram. */
export function shareContact(context: Context, chat: StoredChat, contact: Contact): StoredMessage {
  return deliver(context, chat, { text: '', entities: [], media: { contact } });
}

/**
 * The person presses a request_users key and picks from their contacts; without a `requestId`, the first such key. The
 * bot gets no more of them than the key asks for. Null when there is no such key, somebody is unknown, or they are too many.
 */
export function pickUsers(
  context: Context,
  chat: StoredChat,
  { userIds, requestId }: { userIds: number[]; requestId?: number },
): StoredMessage | null {
  const keys = (chat.replyKeyboard ?? []).flat().flatMap((key) => key.request_users ?? []);
  const asked = keys.find((key) => requestId === undefined || key.request_id === requestId);
  const isAsked = ({ is_bot }: User) => asked?.user_is_bot === undefined || asked.user_is_bot === is_bot;
  const picked = userIds.flatMap((id) => contacts.filter(isAsked).find((one) => one.id === id) ?? []);
  if (!asked || picked.length !== userIds.length || picked.length > (asked.max_quantity ?? 1)) return null;
  const users = picked.map(({ id, first_name, last_name, username }) => ({
    user_id: id,
    ...(asked.request_name && { first_name, ...(last_name && { last_name }) }),
    ...(asked.request_username && username && { username }),
  }));
  const users_shared: UsersShared = { request_id: asked.request_id, users };
  return deliver(context, chat, { text: '', entities: [], media: { users_shared } });
}

/** Keeps a file and describes it as the Bot API does. Photos come in two sizes, the larger last, as from Telegram. */
export async function mediaOf(
  context: Context,
  file: SentFile,
): Promise<Exclude<Media, { contact: Contact }>> {
  const kept = await context.files.add(file);
  const ids = { file_id: kept.id, file_unique_id: kept.uniqueId, file_size: kept.size };
  const mime_type = file.mimeType || mimeTypeOf(file.name);
  if (file.kind === 'voice') return { voice: { ...ids, duration: file.duration ?? 1, mime_type } };
  if (file.kind === 'document') return { document: { ...ids, file_name: file.name, mime_type } };
  const { width, height } = imageSize(file.bytes);
  const thumbnail = await context.files.add({ ...file, bytes: file.bytes.slice(0, 800), size: undefined });
  const small = { file_id: thumbnail.id, file_unique_id: thumbnail.uniqueId, file_size: thumbnail.size };
  return {
    photo: [
      { ...small, width: 90, height: Math.max(1, Math.round((90 * height) / width)) },
      { ...ids, width, height },
    ],
  };
}

function originOf(author: Author, date: number): MessageOrigin {
  if ('hiddenName' in author) return { type: 'hidden_user', sender_user_name: author.hiddenName, date };
  if ('from' in author) {
    const { id = idOf(author.from.username ?? author.from.first_name), ...names } = author.from;
    return { type: 'user', sender_user: { id, is_bot: false, ...names }, date };
  }
  if ('chat' in author) {
    const { title, username, signature } = author.chat;
    const sender_chat = { id: -idOf(title), type: 'supergroup' as const, title, username };
    return { type: 'chat', sender_chat, author_signature: signature, date };
  }
  const { title, username, signature } = author.channel;
  const chat = { id: -idOf(title), type: 'channel' as const, title, username };
  return { type: 'channel', chat, message_id: 1, author_signature: signature, date };
}

/** The same id for the same name, as it is the same person; larger than the ids of those who are here. */
function idOf(name: string): number {
  return 100_000_000 + createHash('sha256').update(name.toLowerCase()).digest().readUIntBE(0, 4);
}
