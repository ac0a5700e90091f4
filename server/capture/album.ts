import { and, eq } from 'drizzle-orm';
import { rememberMessages } from '../chat-messages/remember.ts';
import type { Db } from '../db/client.ts';
import { chatMessages } from '../db/schema.ts';
import { lockPerson } from './lock-capture.ts';

type Picture = { user: { id: number; chatId: number }; album: string; messageId: number; now: Date };

/**
 * Whether this is the first message of an album (Telegram's media_group_id) to be answered. It is remembered with the
 * message, so that the others, which may come at the same moment, are known to belong to it.
 */
export function takeUpAlbum(db: Db, { user, album, messageId, now }: Picture): Promise<boolean> {
  const { id: userId, chatId } = user;
  const question = `album:${album}`;
  return db.transaction(async (tx) => {
    await lockPerson(tx, userId);
    const [known] = await tx
      .select({ messageId: chatMessages.messageId })
      .from(chatMessages)
      .where(and(eq(chatMessages.chatId, chatId), eq(chatMessages.question, question)))
      .limit(1);
    // The same one comes again when it could not be answered.
    if (known) return known.messageId === messageId;
    const message = { userId, chatId, messageId, kind: 'question', leadId: null, stepId: null } as const;
    await rememberMessages(tx, [{ ...message, question }], now);
    return true;
  });
}
