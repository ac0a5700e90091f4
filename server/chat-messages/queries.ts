import { and, asc, eq, lt } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { chatMessages } from '../db/schema.ts';

export type ChatMessage = typeof chatMessages.$inferSelect;

/** Up to `limit` messages whose row changed since they were drawn, oldest first. */
export function listStaleMessages(db: Db, limit: number): Promise<ChatMessage[]> {
  return db
    .select()
    .from(chatMessages)
    .where(lt(chatMessages.shown, chatMessages.revision))
    .orderBy(asc(chatMessages.sentAt))
    .limit(limit);
}

/**
 * What a message in the person's chat is about: a reply to it is a note to that lead. Null when it mirrors nothing;
 * `leadId` is null when the lead was deleted.
 */
export async function getMessageSubject(
  db: Db,
  where: { userId: number; messageId: number },
): Promise<{ leadId: string | null } | null> {
  const [row] = await db
    .select({ leadId: chatMessages.leadId })
    .from(chatMessages)
    .where(and(eq(chatMessages.chatId, where.userId), eq(chatMessages.messageId, where.messageId)));
  return row ?? null;
}
