import { Composer } from 'grammy';
import { postponeNudge } from '../../followups/mutations.ts';
import { quietDays } from '../../followups/stale.ts';
import type { BotContext } from '../context.ts';
import { answerTap } from '../reply.ts';
import { onTap } from '../tap.ts';

/** "Not now" on a nudge about a lead that went quiet. */
export const followup = new Composer<BotContext>();

followup.on('callback_query:data').use(
  onTap(['quiet'], async (ctx, { leadId }) => {
    const found = await postponeNudge(ctx.db, { userId: ctx.user.id, leadId, now: ctx.now });
    return found ? answerTap(ctx, 'answer.notNow', { days: quietDays }) : answerTap(ctx, 'answer.notFound');
  }),
);
