import { Composer } from 'grammy';
import { rememberMessage } from '../../chat-messages/mutations.ts';
import { postponeNudge } from '../../followups/mutations.ts';
import { quietDays } from '../../followups/stale.ts';
import { requestPlan } from '../../plans/requests.ts';
import type { BotContext } from '../context.ts';
import { answerTap } from '../reply.ts';
import { onTap } from '../tap.ts';

/** The buttons that ask for a plan (new, again, after a failure) or postpone a nudge. */
export const followup = new Composer<BotContext>();

followup.on('callback_query:data').use(
  onTap(['plan', 'quiet'], async (ctx, { act, leadId }) => {
    const { db, user, now } = ctx;
    if (act === 'quiet') {
      const found = await postponeNudge(db, { userId: user.id, leadId, now });
      return found ? answerTap(ctx, 'answer.notNow', { days: quietDays }) : answerTap(ctx, 'answer.notFound');
    }
    const result = await requestPlan(db, { userId: user.id, leadId, now });
    if (!result.ok) return answerTap(ctx, result.reason === 'closed' ? 'answer.closed' : 'answer.notFound');
    await answerTap(ctx, 'answer.drafting');
    const messageId = ctx.callbackQuery.message?.message_id;
    if (!messageId) return;
    // From now on this message shows the plan, whatever it showed before.
    const chat = { userId: user.id, chatId: user.chatId, messageId };
    await rememberMessage(db, { ...chat, kind: 'plan', leadId, stepId: null, now });
  }),
);
