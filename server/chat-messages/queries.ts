import { and, asc, eq, inArray, isNotNull, isNull, lt, notInArray, notLike, or } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { chatMessages, scheduledReminders as reminders } from '../db/schema.ts';

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
 * What a message in the person's chat is about: a reply to it is a note to that lead. Null when it mirrors nothing, or
 * lists several steps and is about nobody in particular; `leadId` is null when the lead was deleted.
 */
export async function getMessageSubject(
  db: Db,
  where: { userId: number; messageId: number },
): Promise<{ leadId: string | null } | null> {
  const [row] = await db
    .select({ leadId: chatMessages.leadId })
    .from(chatMessages)
    .where(
      and(
        eq(chatMessages.chatId, where.userId),
        eq(chatMessages.messageId, where.messageId),
        notInArray(chatMessages.kind, ['digest', 'briefing', 'capture']),
        // An album that the person sent themself (capture/album.ts).
        or(isNull(chatMessages.question), notLike(chatMessages.question, 'album:%')),
      ),
    );
  return row ?? null;
}

/** What a message in a chat mirrors; null when it mirrors nothing. */
export async function getMessageKind(
  db: Db,
  where: { chatId: number; messageId: number },
): Promise<ChatMessage['kind'] | null> {
  const [row] = await db
    .select({ kind: chatMessages.kind })
    .from(chatMessages)
    .where(and(eq(chatMessages.chatId, where.chatId), eq(chatMessages.messageId, where.messageId)));
  return row?.kind ?? null;
}

/**
 * Whether a digest told of reminders that nobody knew had arrived. Reminders keep the message they came in; one that was
 * given another date no longer counts.
 */
export async function tellsOfUnconfirmed(
  db: Db,
  digest: Pick<ChatMessage, 'messageId' | 'stepIds'>,
): Promise<boolean> {
  const [row] = await db
    .select({ id: reminders.id })
    .from(reminders)
    .where(
      and(
        inArray(reminders.stepId, digest.stepIds ?? []),
        eq(reminders.messageId, digest.messageId),
        isNotNull(reminders.unconfirmedAt),
      ),
    )
    .limit(1);
  return row !== undefined;
}
