import { type NewCapture, startCapture } from '../../../capture/start-capture.ts';
import { rememberMessage } from '../../../chat-messages/mutations.ts';
import { getCaptureView } from '../../../views/capture.ts';
import { captureCard } from '../../capture-card.ts';
import type { BotContext } from '../../context.ts';
import { replyCard } from '../../reply.ts';

/** Writes a capture of this person down and answers with its confirm card. */
export async function confirmNew(
  ctx: BotContext,
  capture: Omit<NewCapture, 'userId' | 'now'>,
): Promise<void> {
  const { db, user, now } = ctx;
  await confirm(ctx, await startCapture(db, { ...capture, userId: user.id, now }));
}

/** Answers with the confirm card of a capture; the message then follows it by itself. */
export async function confirm(ctx: BotContext, captureId: string): Promise<void> {
  const { db, user, now, appUrl } = ctx;
  const view = await getCaptureView(db, user, captureId, now);
  if (!view) return;
  const messageId = await replyCard(ctx, captureCard(view, appUrl, null));
  const chat = { userId: user.id, chatId: user.chatId, messageId };
  await rememberMessage(db, { ...chat, kind: 'capture', leadId: null, stepId: null, captureId, now });
}
