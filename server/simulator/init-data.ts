import { randomBytes } from 'node:crypto';
import { sign } from '@telegram-apps/init-data-node';
import { personOf } from './chats.ts';
import type { Context } from './context.ts';
import type { StoredChat } from './state.ts';

/**
 * The data a Mini App is opened with, signed with the bot's token. `auth_date` is the simulator's clock. A `startParam`
 * means a t.me link: such launches carry chat_type and chat_instance instead of query_id.
 */
export function mintInitData(context: Context, chat: StoredChat, startParam?: string): string {
  const { id, first_name, last_name, username, language_code } = personOf(chat);
  const user = {
    id,
    first_name,
    last_name,
    username,
    language_code,
    ...(chat.started && !chat.blocked ? { allows_write_to_pm: true } : {}),
  };
  const launch = startParam
    ? { chat_type: 'sender', chat_instance: String(chat.userId * 7919), start_param: startParam }
    : { query_id: `AAE${randomBytes(12).toString('base64url')}` };
  // Only Telegram holds the key of the third-party signature; the field must be there and look like one.
  const signature = randomBytes(64).toString('base64url');
  return sign({ user, ...launch, signature }, context.state.token, context.clock.now());
}
