import { Composer, InlineKeyboard } from 'grammy';
import { rememberMessage } from '../../chat-messages/mutations.ts';
import { acceptChanges, refuseChanges } from '../../plans/proposals/mutations.ts';
import { getNewsOf, getNote, type News } from '../../plans/proposals/news.ts';
import { openReview } from '../../plans/proposals/open-review.ts';
import type { LeadCard } from '../../views/lead-view.ts';
import { getLeadCard } from '../../views/leads.ts';
import { addOpenButton } from '../card.ts';
import type { BotContext } from '../context.ts';
import { leadPath } from '../links.ts';
import { leadLine } from '../names.ts';
import { answerTap, editUnlessMirror, refreshTapped } from '../reply.ts';
import { join, say } from '../say.ts';
import { onTap } from '../tap.ts';

/**
 * "Let the plan follow" below a note, which is the news then, and what becomes of the changes that were proposed: each
 * line is accepted or refused by a tap, or all at once. The message is drawn again from the rows.
 */
export const proposals = new Composer<BotContext>();

const refusals = {
  'not-found': 'answer.notFound',
  closed: 'answer.closed',
  busy: 'answer.busyWriting',
  'not-open': 'answer.noOpenSteps',
  decided: 'answer.changeDecided',
} as const;

proposals.on('callback_query:data').use(
  onTap(['review'], async (ctx, { noteId }) => {
    await review(ctx, await getNote(ctx.db, { userId: ctx.user.id, noteId }));
  }),
  onTap(['review-again'], async (ctx, { proposalId }) => {
    await review(ctx, await getNewsOf(ctx.db, { userId: ctx.user.id, proposalId }));
  }),
  onTap(['chg-yes', 'chg-no'], (ctx, { act, proposalId, changeId }) =>
    act === 'chg-yes' ? accept(ctx, proposalId, changeId) : refuse(ctx, proposalId, changeId),
  ),
  onTap(['chg-all', 'chg-none'], (ctx, { act, proposalId }) =>
    act === 'chg-all' ? accept(ctx, proposalId, null) : refuse(ctx, proposalId, null),
  ),
);

/** From now on the message with the button shows the changes, whatever it showed before. */
async function review(ctx: BotContext, news: News | null): Promise<void> {
  const { db, user, model, now } = ctx;
  const lead = news && (await getLeadCard(db, user, news.leadId, now));
  if (!lead) return answerTap(ctx, 'answer.notFound');
  const leadId = lead.id;
  const result = await openReview(db, { userId: user.id, leadId, news: news.text, model, now });
  if (!result.ok)
    return result.reason === 'off' ? tellNoModel(ctx, lead) : answerTap(ctx, refusals[result.reason]);
  await answerTap(ctx, 'answer.reviewing');
  const messageId = ctx.callbackQuery?.message?.message_id;
  if (!messageId) return;
  const { proposalId } = result;
  const chat = { userId: user.id, chatId: user.chatId, messageId };
  await rememberMessage(db, { ...chat, kind: 'proposal', leadId, stepId: null, proposalId, now });
}

async function tellNoModel(ctx: BotContext, lead: LeadCard): Promise<void> {
  await answerTap(ctx, 'answer.noModel');
  await editUnlessMirror(ctx, {
    text: join([say('proposal.heading', { lead: leadLine(lead) }), say('proposal.failed.off')], '\n'),
    keyboard: addOpenButton(new InlineKeyboard(), ctx.appUrl, leadPath(lead.id), 'button.editPlan'),
  });
}

async function accept(ctx: BotContext, proposalId: string, changeId: number | null): Promise<void> {
  const { db, user, now } = ctx;
  const result = await acceptChanges(db, { userId: user.id, proposalId, changeId, now });
  if (result.ok) return answerTap(ctx, 'answer.accepted', { count: result.accepted });
  await refreshTapped(ctx);
  if (result.reason === 'gone') return answerTap(ctx, 'answer.changeGone', { why: result.why });
  return answerTap(ctx, refusals[result.reason]);
}

async function refuse(ctx: BotContext, proposalId: string, changeId: number | null): Promise<void> {
  const { db, user, now } = ctx;
  const result = await refuseChanges(db, { userId: user.id, proposalId, changeId, now });
  if (result.ok) return answerTap(ctx, 'answer.refused', { count: changeId === null ? 2 : 1 });
  await refreshTapped(ctx);
  return answerTap(ctx, refusals[result.reason]);
}
