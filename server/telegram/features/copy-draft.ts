import { Composer } from 'grammy';
import { rememberMessages } from '../../chat-messages/remember.ts';
import { split } from '../../cut.ts';
import { getStepCard, type StepCard } from '../../views/step-card.ts';
import { maxTextUnits } from '../card.ts';
import type { BotContext } from '../context.ts';
import { answerTap, refreshTapped, replyCard } from '../reply.ts';
import { sentCard } from '../sent-card.ts';
import { onTap } from '../tap.ts';

/**
 * Copy draft on a reminder: one too long for Telegram's copy button comes as a block to tap, or several, and then
 * the question whether it was sent. Yes is Done (features/settle.ts); "Not yet" puts the step's own buttons there.
 */
export const copyDraft = new Composer<BotContext>();

copyDraft.on('callback_query:data').use(
  onTap(['draft'], async (ctx, { stepId }) => {
    const card = await getStepCard(ctx.db, ctx.user, stepId, ctx.now);
    if (!card?.step.draft) return answerTap(ctx, 'answer.notFound');
    await answerTap(ctx);
    for (const piece of split(card.step.draft, maxTextUnits)) await sendToCopy(ctx, piece);
    if (card.step.status === 'open' && !card.closed) await askWhetherSent(ctx, card);
  }),
  onTap(['not-sent'], async (ctx) => {
    await refreshTapped(ctx);
    await answerTap(ctx, 'answer.notSent');
  }),
);

/** Telegram copies by a tap what is code, and nothing else. */
async function sendToCopy(ctx: BotContext, draft: string): Promise<void> {
  await ctx.reply(draft, { entities: [{ type: 'pre', offset: 0, length: draft.length }] });
}

async function askWhetherSent(ctx: BotContext, card: StepCard): Promise<void> {
  const messageId = await replyCard(ctx, sentCard(card));
  const { id: userId, chatId } = ctx.user;
  const about = { kind: 'reminder', leadId: card.lead.id, stepId: card.step.id } as const;
  const sent = { ...about, userId, chatId, messageId, versions: [card.version] };
  await ctx.db.transaction((tx) => rememberMessages(tx, [sent], ctx.now));
}
