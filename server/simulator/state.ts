import { randomBytes, randomInt } from 'node:crypto';
import type {
  BotCommand,
  Contact,
  Document,
  InlineKeyboardButton,
  KeyboardButtonRequestUsers,
  MenuButton,
  MessageEntity,
  MessageOrigin,
  PhotoSize,
  Update,
  UsersShared,
  Voice,
} from 'grammy/types';
import { people } from './people.ts';

/** One message as it is kept; `date` and `editDate` are Unix seconds by the simulator's clock. */
export type StoredMessage = {
  id: number;
  fromBot: boolean;
  date: number;
  editDate?: number;
  /** A change of the keyboard alone is an edit to the Bot API, but clients do not write "edited". */
  editHidden?: boolean;
  text: string;
  entities: MessageEntity[];
  keyboard?: InlineKeyboardButton[][];
  forceReply?: { placeholder?: string };
  /** It came with a reply keyboard; what that sends answers it. */
  hasReplyKeyboard?: true;
  replyTo?: number;
  reaction?: string;
  silent?: boolean;
  service?: 'write_access_allowed';
  /** A place the person shared, instead of a text. */
  location?: Place;
  /** What else it carries, as the Bot API names it; the text of a document, photo or voice note is its caption. */
  media?: Media;
  /** Who wrote it first and when, when the person forwarded it. */
  forwardOrigin?: MessageOrigin;
};

export type Media =
  | { document: Document }
  | { photo: PhotoSize[] }
  | { voice: Voice }
  | { contact: Contact }
  | { users_shared: UsersShared };

/** A file the bot can ask for. Its bytes are kept elsewhere (files.ts), and only those of the newest files. */
export type StoredFile = { id: string; uniqueId: string; path: string; size: number };

/** A point of the globe, in degrees. */
export type Place = { latitude: number; longitude: number };

/** A button of a reply keyboard; it sends its text, where the person is, or people they choose from their contacts. */
export type ReplyKey = {
  text: string;
  request_location?: boolean;
  request_users?: KeyboardButtonRequestUsers;
};

/** One person's private chat with the bot. */
export type StoredChat = {
  userId: number;
  /** The person pressed Start or allowed messages in the Mini App: the bot may write. */
  started: boolean;
  blocked: boolean;
  replyKeyboard: ReplyKey[][] | null;
  messages: StoredMessage[];
};

export type Webhook = { url: string; secretToken: string; maxConnections: number };

/** `queuedAt` is machine time in milliseconds: retries and expiry do not follow the simulated clock. */
export type PendingUpdate = { update: Update; queue: string; queuedAt: number };

export type Profile = {
  name: string;
  description: string;
  shortDescription: string;
  /** By scope and language, see commandKey(). */
  commands: Record<string, BotCommand[]>;
  /** 'default' or a chat id. */
  menuButtons: Record<string, MenuButton>;
};

/** Everything the simulator remembers across restarts; plain JSON. */
export type SimulatorState = {
  token: string;
  clockOffset: number;
  nextMessageId: number;
  nextUpdateId: number;
  webhook: Webhook | null;
  /** Kinds of update the bot asked for; empty means Telegram's default. */
  allowedUpdates: string[];
  pending: PendingUpdate[];
  profile: Profile;
  chats: StoredChat[];
  /** Oldest first. */
  files: StoredFile[];
  nextFileNumber: number;
};

const emptyChat = (userId: number): StoredChat => ({
  userId,
  started: false,
  blocked: false,
  replyKeyboard: null,
  messages: [],
});

/** A first state, with a fresh random bot token shaped like Telegram's: `<bot id>:<35 characters>`. */
export function newState(): SimulatorState {
  return {
    token: `7000000001:AA${randomBytes(32).toString('base64url').slice(0, 33)}`,
    clockOffset: 0,
    nextMessageId: 1,
    // Telegram starts anywhere, so nothing may rely on a low first number.
    nextUpdateId: randomInt(100_000_000, 900_000_000),
    webhook: null,
    allowedUpdates: [],
    pending: [],
    profile: { name: 'Followthrough', description: '', shortDescription: '', commands: {}, menuButtons: {} },
    chats: people.map((person) => emptyChat(person.id)),
    files: [],
    nextFileNumber: 1,
  };
}

/** The key under which a list of commands is kept. */
export function commandKey(scope: unknown, language: string): string {
  return `${JSON.stringify(scope ?? { type: 'default' })} ${language}`;
}
