import { cardFromText } from '../../../capture/from-text.ts';
import { plainCard } from '../../card.ts';
import type { BotContext } from '../../context.ts';
import { replyCard } from '../../reply.ts';
import { say } from '../../say.ts';
import { confirmNew } from './confirm.ts';

/** A text about somebody becomes a confirm card at once, from rules; a model may look closer meanwhile. */
export async function captureText(ctx: BotContext, text: string): Promise<void> {
  const card = cardFromText(text, ctx);
  const [person] = card.people;
  const says = person?.name || person?.telegram || person?.email || person?.phone;
  if (!says && card.status === 'open') return void (await replyCard(ctx, plainCard(say('help'))));
  await confirmNew(ctx, card);
}

/** What was written below something that gives nobody is no reason to be lost. */
export async function captureCaption(ctx: BotContext, caption: string): Promise<void> {
  if (caption.trim()) await confirmNew(ctx, cardFromText(caption, ctx));
}
