import { Composer, InlineKeyboard } from 'grammy';
import { rememberMessage } from '../../chat-messages/mutations.ts';
import { cut } from '../../cut.ts';
import { cancelRequest, requestPlan } from '../../plans/requests.ts';
import type { LeadCard } from '../../views/lead-view.ts';
import { getLeadCard } from '../../views/leads.ts';
import { leadButton } from '../callback-data.ts';
import { plainCard } from '../card.ts';
import type { BotContext } from '../context.ts';
import { maxName } from '../names.ts';
import { answerTap, editTapped, refreshTapped, replyCard } from '../reply.ts';
import { say, sayPlain } from '../say.ts';
import { onTap } from '../tap.ts';

/** The buttons that ask for a plan: new, again, after a failure; and the one that stops it. Open steps are replaced only when the person agrees. */
export const draft = new Composer<BotContext>();

draft.on('callback_query:data').use(
  onTap(['plan', 'replace', 'keep'], async (ctx, { act, leadId }) => {
    const lead = await getLeadCard(ctx.db, ctx.user, leadId, ctx.now);
    if (!lead) return answerTap(ctx, 'answer.notFound');
    if (act === 'keep') return keepPlan(ctx, lead);
    const openSteps = lead.progress.total - lead.progress.settled;
    if (act === 'plan' && openSteps > 0) return askFirst(ctx, lead, openSteps);
    return draftPlan(ctx, lead);
  }),
);

draft.on('callback_query:data').use(
  onTap(['stop-draft'], async (ctx, { leadId }) => {
    const { db, user } = ctx;
    const result = await cancelRequest(db, { userId: user.id, leadId });
    if (result.ok) return answerTap(ctx, 'answer.draftStopped');
    await answerTap(ctx, result.reason === 'nothing' ? 'answer.nothingToStop' : 'answer.notFound');
    await refreshTapped(ctx);
  }),
);

const refusals = { busy: 'answer.busy', closed: 'answer.closed', 'not-found': 'answer.notFound' } as const;

async function askFirst(ctx: BotContext, lead: LeadCard, count: number): Promise<void> {
  await answerTap(ctx);
  await replyCard(ctx, {
    text: say('plan.replace', { count, name: cut(lead.name, maxName), rests: lead.pause ? 'yes' : 'no' }),
    keyboard: new InlineKeyboard()
      .text(sayPlain('button.replace'), leadButton('replace', lead.id))
      .text(sayPlain('button.keep'), leadButton('keep', lead.id)),
  });
}

async function keepPlan(ctx: BotContext, lead: LeadCard): Promise<void> {
  await answerTap(ctx);
  const text = say('plan.kept', { name: cut(lead.name, maxName) });
  await editTapped(ctx, plainCard(text));
}

/** From now on the message with the button shows the plan, whatever it showed before. */
async function draftPlan(ctx: BotContext, lead: LeadCard): Promise<void> {
  const { db, user, now } = ctx;
  const result = await requestPlan(db, { userId: user.id, leadId: lead.id, now });
  if (!result.ok) return answerTap(ctx, refusals[result.reason]);
  await answerTap(ctx, 'answer.drafting');
  const messageId = ctx.callbackQuery?.message?.message_id;
  if (!messageId) return;
  const chat = { userId: user.id, chatId: user.chatId, messageId };
  await rememberMessage(db, { ...chat, kind: 'plan', leadId: lead.id, stepId: null, now });
}
