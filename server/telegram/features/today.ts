import { Composer } from 'grammy';
import { getToday } from '../../views/today.ts';
import type { BotContext } from '../context.ts';
import { answerTap, replyCard } from '../reply.ts';
import { onTap } from '../tap.ts';
import { todayCard } from '../today-card.ts';

/** /today: what to do now. */
export const today = new Composer<BotContext>();

const sendToday = async (ctx: BotContext) =>
  replyCard(ctx, todayCard(await getToday(ctx.db, ctx.user, ctx.now), ctx.appUrl));

today.command('today', sendToday);

today.on('callback_query:data').use(
  onTap(['today'], async (ctx) => {
    await answerTap(ctx);
    await sendToday(ctx);
  }),
);
