import type { StoredMessage } from '../../server/simulator/state.ts';
import { olga } from './chat-client.ts';

const person = { id: olga, is_bot: false, first_name: 'Olga' };
const chat = { id: olga, type: 'private', first_name: 'Olga' };
const message = { message_id: 7_000_000, date: 1_790_000_000, chat, from: person };

/** An update with a command or text, as Telegram would send it; `over` replaces fields of the message. */
export const textUpdate = (id: number, text: string, over: object = {}) => ({
  update_id: id,
  message: {
    ...message,
    text,
    ...(text.startsWith('/')
      ? { entities: [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]?.length }] }
      : {}),
    ...over,
  },
});

/** A tap on a button that carries `data`; `over` replaces fields of the query. */
export const tapUpdate = (id: number, data: string | undefined, over: object = {}) => ({
  update_id: id,
  callback_query: {
    id: '1',
    from: person,
    chat_instance: '1',
    data,
    message: { ...message, text: 'old', from: { id: 1, is_bot: true, first_name: 'Bot' } },
    ...over,
  },
});

/** The message of a tap, as the person saw it, with the message it answers. */
export const tappedMessage = ({ id, text }: StoredMessage, original?: StoredMessage) => ({
  message: {
    ...{ ...message, message_id: id, text },
    ...(original ? { reply_to_message: { ...message, message_id: original.id, text: original.text } } : {}),
  },
});
