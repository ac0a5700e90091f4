import type { MessageOrigin } from 'grammy/types';
import { contacts } from '../contacts.ts';
import type { StoredMessage } from '../state.ts';

/** A message on one line: its first words, or what it is. */
export function excerpt({
  text,
  location,
  media,
}: Pick<StoredMessage, 'text' | 'location' | 'media'>): string {
  if (text !== '') return text.replace(/\s+/g, ' ').slice(0, 120);
  if (location) return 'Location';
  if (!media) return '';
  if ('document' in media) return media.document.file_name ?? 'File';
  if ('photo' in media) return 'Photo';
  if ('voice' in media) return 'Voice message';
  return 'contact' in media ? `Contact: ${fullName(media.contact)}` : 'People';
}

/** "You shared Anna Keller and Tom", whatever of them the bot asked to know. */
export function sharedWords(users: readonly { user_id: number }[], bot: string): string {
  const names = users.map(({ user_id }) => {
    const contact = contacts.find(({ id }) => id === user_id);
    return contact ? fullName(contact) : String(user_id);
  });
  return `You shared ${new Intl.ListFormat('en').format(names)} with ${bot}`;
}

export function fullName({ first_name, last_name }: { first_name: string; last_name?: string }): string {
  return [first_name, last_name].filter(Boolean).join(' ');
}

/** Who wrote a forwarded message. */
export function originName(origin: MessageOrigin): string {
  switch (origin.type) {
    case 'user':
      return fullName(origin.sender_user);
    case 'hidden_user':
      return origin.sender_user_name;
    case 'chat':
      return titleOf(origin.sender_chat);
    case 'channel':
      return titleOf(origin.chat);
  }
}

const titleOf = (chat: object) => ('title' in chat ? String(chat.title) : 'a chat');

/** "640 B", "12 KB", "3.4 MB" */
export function sizeLabel(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** "0:07" */
export function durationLabel(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** How long it takes to say these words: people speak some 150 a minute. At least a second. */
export function secondsToSay(words: string): number {
  return Math.max(1, Math.round((words.trim().split(/\s+/).length * 60) / 150));
}
