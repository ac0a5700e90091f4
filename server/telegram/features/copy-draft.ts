import { Composer } from 'grammy';
import { split } from '../../cut.ts';
import { getStepCard } from '../../views/step-card.ts';
import { maxTextUnits } from '../card.ts';
import type { BotContext } from '../context.ts';
import { answerTap } from '../reply.ts';
import { onTap } from '../tap.ts';

/** Copy draft on a reminder: one too long for Telegram's copy button comes as a message of its own, or several. */
export const copyDraft = new Composer<BotContext>();

copyDraft.on('callback_query:data').use(
  onTap(['draft'], async (ctx, { stepId }) => {
    const card = await getStepCard(ctx.db, ctx.user, stepId, ctx.now);
    if (!card?.step.draft) return answerTap(ctx, 'answer.notFound');
    await answerTap(ctx);
    for (const piece of split(card.step.draft, maxTextUnits)) await ctx.reply(piece);
  }),
);
