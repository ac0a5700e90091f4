import { Api } from 'grammy';
import type { Contact, InlineKeyboardButton, MessageEntity } from 'grammy/types';
import { en, type MessageKey } from '../../server/i18n/en.ts';
import type { FaultRequest } from '../../server/simulator/faults.ts';
import type { Simulator } from '../../server/simulator/index.ts';
import type { StoredMessage } from '../../server/simulator/state.ts';
import type { ChatView } from '../../server/simulator/view.ts';
import { eventually } from './eventually.ts';

/** A button by its name in the catalogue: "done" for "button.done". */
export type ButtonName = MessageKey extends infer Key
  ? Key extends `button.${infer Name}`
    ? Name
    : never
  : never;

/** The two people of the simulator. */
export const olga = 1001;
export const max = 1002;

type Titled = { title: string; username?: string; signature?: string };
/** A message that a person forwards, and who wrote it. */
export type Forwarded = {
  text: string;
  date?: number;
  /** The bytes of a picture or a voice note, in Base64. */
  file?: { kind: 'photo' | 'voice'; data: string };
} & (
  | { from: { id?: number; first_name: string; last_name?: string; username?: string } }
  | { hiddenName: string }
  | { chat: Titled }
  | { channel: Titled }
);
type SentFile = {
  kind?: 'document' | 'photo' | 'voice';
  name: string;
  bytes: Uint8Array | string;
  mimeType?: string;
  caption?: string;
  size?: number;
};
/** A picture of one pixel. */
const aPixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64');

type Answer = { answered: boolean; text?: string; showAlert?: boolean };
export type ChatClient = ReturnType<typeof createChatClient>;

/** What people do in the simulator's chats, over its HTTP routes. Each act resolves when the bot has settled it. */
export function createChatClient(simulator: Simulator, settleWorkers: () => Promise<void>) {
  const api = new Api(simulator.botToken, { apiRoot: simulator.url });

  async function call<T>(route: string, body: object): Promise<T> {
    const response = await fetch(`${simulator.url}/simulator/${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${route}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async function settle(): Promise<void> {
    await eventually(async () => (await api.getWebhookInfo()).pending_update_count === 0);
    await settleWorkers();
  }

  async function state(userId = olga): Promise<ChatView> {
    return (await fetch(`${simulator.url}/simulator/state?user=${userId}`)).json();
  }

  /** The bot's messages in a person's chat, oldest first. */
  const messages = async (userId = olga) => (await state(userId)).messages.filter(({ fromBot }) => fromBot);

  async function last(userId = olga): Promise<StoredMessage> {
    const message = (await messages(userId)).at(-1);
    if (!message) throw new Error('the bot has said nothing');
    return message;
  }

  async function message(id: number, userId = olga): Promise<StoredMessage> {
    const found = (await messages(userId)).find((one) => one.id === id);
    if (!found) throw new Error(`there is no message ${id} of the bot`);
    return found;
  }

  /** The person writes; resolves when the simulator has it. */
  const send = (text: string, { from = olga, replyTo }: { from?: number; replyTo?: number } = {}) =>
    call<{ messageId: number }>('send', { userId: from, text, replyTo });

  /** The person writes; resolves with the bot's newest message when it has been settled. */
  async function say(text: string, options: { from?: number; replyTo?: number } = {}) {
    await send(text, options);
    await settle();
    return last(options.from);
  }

  /** The person shares where they are, in degrees. */
  async function shareLocation(place: { latitude: number; longitude: number }, from = olga) {
    await call('location', { userId: from, ...place });
    await settle();
  }

  /** The person hands something over by that route; resolves with the bot's newest message when it has been settled. */
  async function share(route: string, from: number, ...bodies: object[]): Promise<StoredMessage> {
    for (const body of bodies) await call(route, { userId: from, ...body });
    await settle();
    return last(from);
  }

  /** The person forwards one message, or several in a row before the bot has settled the first. */
  const forward = (messages: Forwarded | Forwarded[], from = olga) =>
    share('forward', from, ...[messages].flat());

  /** The person shares somebody from their address book. */
  const shareContact = (contact: Contact, from = olga) => share('contact', from, contact);

  /** The person sends a document; `size` plays one whose bytes are more than the simulator takes. */
  const sendFile = ({ bytes, ...file }: SentFile, from = olga) =>
    share('file', from, { kind: 'document', ...file, data: base64(bytes) });

  /** The person sends a picture. */
  const sendPhoto = ({ bytes = aPixel, ...photo }: Partial<SentFile> = {}, from = olga) =>
    share('file', from, { kind: 'photo', ...photo, data: base64(bytes) });

  /** The person sends a voice note. Its bytes are these words, which is what the stand-in for a model hears. */
  const sendVoice = (words: string, from = olga) =>
    share('file', from, { kind: 'voice', data: base64(words), duration: 4 });

  /** The person presses the request_users key and picks these contacts (server/simulator/contacts.ts). */
  const pickUsers = (userIds: number[], from = olga) => share('pick-users', from, { userIds });

  /** The person taps that button, as they see the message in `shown` (which may be an old picture of it). */
  async function tap(shown: StoredMessage, name: ButtonName, from = olga): Promise<Answer> {
    const rows = buttons(shown);
    const row = rows.findIndex((names) => names.includes(name));
    const column = rows[row]?.indexOf(name) ?? -1;
    if (column < 0) throw new Error(`no button "${name}" in ${JSON.stringify(rows)}`);
    const answer = await call<Answer>('tap', { userId: from, messageId: shown.id, row, column });
    await settle();
    return answer;
  }

  /** A client that sends callback data of its own making, from a button of a message in its chat. */
  async function tapData(data: string, from = olga): Promise<Answer> {
    const button = { text: 'forged', callback_data: data };
    const carrier = await api.sendMessage(from, 'carrier', { reply_markup: { inline_keyboard: [[button]] } });
    const place = { messageId: carrier.message_id, row: 0, column: 0 };
    const answer = await call<Answer>('tap', { userId: from, ...place });
    await settle();
    return answer;
  }

  return {
    ...{ api, settle, state, messages, last, message, send, say, shareLocation, tap, tapData },
    ...{ forward, shareContact, sendFile, sendPhoto, sendVoice, pickUsers },
    block: async (blocked: boolean, userId = olga) => {
      await call('block', { userId, blocked });
      await settle();
    },
    /** Switches a fault on, for one call of sendMessage unless it says otherwise; `{ kind: 'none' }` switches all off. */
    fault: (fault: FaultRequest) => call<object>('faults', fault),
  };
}

/** A message's buttons by name, row by row; a label that is not in the catalogue stands for itself. */
export const buttons = (message: StoredMessage): string[][] =>
  (message.keyboard ?? []).map((row) => row.map(({ text }) => nameOf(text)));

/** The button with that name. */
export const button = (message: StoredMessage, name: ButtonName): InlineKeyboardButton | undefined =>
  message.keyboard?.flat().find(({ text }) => nameOf(text) === name);

function nameOf(label: string): string {
  const key = Object.entries(en).find(([name, words]) => name.startsWith('button.') && words === label)?.[0];
  return key?.slice('button.'.length) ?? label;
}

/** What each entity covers, as "bold: Anna". */
export const formatted = ({ text, entities }: { text: string; entities: MessageEntity[] }) =>
  entities.map(({ type, offset, length }) => `${type}: ${text.slice(offset, offset + length)}`);
