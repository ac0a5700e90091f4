import { and, count, eq, inArray } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { scheduledReminders as reminders } from '../db/schema.ts';
import type { HeldView } from './delivery-proof-view.ts';

/** The bot's chat; `botUsername` comes without "@". */
export const toBotLink = (botUsername: string): string => `https://t.me/${botUsername}`;

/**
 * What waits for this person while Telegram refuses our messages; null while they arrive. A step that was added or
 * snoozed meanwhile is pending, and waits like those that are held.
 */
export async function getHeld(db: Db, user: User, botUsername: string): Promise<HeldView | null> {
  if (!user.unreachableAt) return null;
  const [row] = await db
    .select({ count: count() })
    .from(reminders)
    .where(and(eq(reminders.userId, user.id), inArray(reminders.status, ['held', 'pending'])));
  return { count: row?.count ?? 0, botLink: toBotLink(botUsername) };
}
