import { Composer } from 'grammy';
import { getLeads } from '../../views/leads.ts';
import { type Card, toPayload } from '../card.ts';
import type { BotContext } from '../context.ts';
import { isSettledEdit } from '../failure.ts';
import { leadsCard } from '../leads-card.ts';
import { answerTap, replyCard } from '../reply.ts';
import { onTap } from '../tap.ts';

/** /leads: all leads, the next step first, a page at a time. */
export const leads = new Composer<BotContext>();

leads.command('leads', async (ctx) => {
  await replyCard(ctx, await pageOf(ctx, 0));
});

leads.on('callback_query:data').use(
  onTap(['leads'], async (ctx, { page }) => {
    await answerTap(ctx);
    const { text, ...other } = toPayload(await pageOf(ctx, page));
    await ctx.editMessageText(text, other).catch((error) => {
      if (!isSettledEdit(error)) throw error;
    });
  }),
);

async function pageOf({ db, user, now, appUrl }: BotContext, page: number): Promise<Card> {
  return leadsCard(await getLeads(db, user, {}, now), page, appUrl);
}
