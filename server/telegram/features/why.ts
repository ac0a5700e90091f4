import { Composer } from 'grammy';
import { getDueWhy } from '../../views/due-why.ts';
import type { BotContext } from '../context.ts';
import { alertTap, answerTap } from '../reply.ts';
import { onTap } from '../tap.ts';

/** "Why then?" on a reminder: one sentence that stays until the person has read it. */
export const why = new Composer<BotContext>();

why.on('callback_query:data').use(
  onTap(['why'], async (ctx, { stepId }) => {
    const words = await getDueWhy(ctx.db, ctx.user, stepId);
    return words ? alertTap(ctx, words) : answerTap(ctx, 'answer.notFound');
  }),
);
