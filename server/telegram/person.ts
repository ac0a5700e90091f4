import { sql } from 'drizzle-orm';
import type { User as TelegramUser, Update } from 'grammy/types';
import { rememberUser, type User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { together } from './together.ts';
import { allOf } from './updates.ts';

/** The person whose private chat with the bot the update is about; null for groups, channels and other bots. */
export function personOf(update: Update): TelegramUser | null {
  const { message, callback_query: tap, my_chat_member: reach } = update;
  const from = (message ?? tap ?? reach)?.from;
  const chat = (message ?? tap?.message ?? reach)?.chat;
  const isPerson = Number.isSafeInteger(from?.id) && !from?.is_bot;
  return from && isPerson && chat?.type === 'private' ? from : null;
}

/** Finds the row of the person an update is from; each update asks, so under load one statement answers for many. */
export function createMeeting(db: Db): (person: TelegramUser, now: Date) => Promise<User> {
  const find = together(async (ids: number[]) => {
    const rows = await db
      .select()
      .from(users)
      .where(sql`${users.id} = any(${allOf(ids)})`);
    const byId = new Map(rows.map((user) => [user.id, user]));
    return ids.map((id) => byId.get(id));
  });
  return async ({ id, first_name: firstName, username, language_code: language }, now) => {
    const known = await find(id);
    const isSame =
      known?.firstName === firstName &&
      known.username === (username ?? null) &&
      known.language === (language ?? null);
    // Written at first sight and when Telegram tells another name, not at each update.
    return isSame ? known : rememberUser(db, { id, firstName, username, language, now });
  };
}
