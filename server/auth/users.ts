import { eq } from 'drizzle-orm';
import { startBriefings } from '../briefings/mutations.ts';
import type { Db } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { releaseHeldReminders } from '../reminders/of-person.ts';

export type User = typeof users.$inferSelect;

type Seen = { id: number; firstName: string; username?: string; language?: string; now: Date };

/**
 * The person's row, made on first sight (with their morning briefing) and kept up to date with the name Telegram tells.
 * A person's private chat with the bot has the person's own id (Telegram's Bot API).
 */
export async function rememberUser(db: Db, seen: Seen): Promise<User> {
  const profile = {
    firstName: seen.firstName,
    username: seen.username ?? null,
    language: seen.language ?? null,
  };
  const [user] = await db
    .insert(users)
    .values({ id: seen.id, chatId: seen.id, ...profile, createdAt: seen.now })
    .onConflictDoUpdate({ target: users.id, set: profile })
    .returning();
  if (!user) throw new Error('an upsert returned no row');
  // Seen for the first time; once more does no harm.
  if (user.createdAt.getTime() === seen.now.getTime()) await startBriefings(db, user, seen.now);
  return user;
}

/** The person's row, or null. */
export async function getUser(db: Db, userId: number): Promise<User | null> {
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  return user ?? null;
}

/** The person wrote to the bot: messages arrive again, and what was held is pending again. */
export async function markReachable(db: Db, userId: number, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.update(users).set({ unreachableAt: null }).where(eq(users.id, userId));
    await releaseHeldReminders(tx, userId, now);
  });
}
