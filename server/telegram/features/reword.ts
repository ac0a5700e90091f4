import { Composer } from 'grammy';
import { cut } from '../../cut.ts';
import { requestDraft } from '../../plans/requests.ts';
import { neededText } from '../../text-input.ts';
import { getStepCard, type StepCard } from '../../views/step-card.ts';
import type { WishKind } from '../callback-data.ts';
import { plainCard } from '../card.ts';
import type { BotContext } from '../context.ts';
import { isSettledEdit } from '../failure.ts';
import { maxTitle } from '../names.ts';
import { ask, onAnswer } from '../questions.ts';
import { answerTap, refreshTapped, replyCard } from '../reply.ts';
import { rewordMenu } from '../reword-menu.ts';
import { say } from '../say.ts';
import { onTap } from '../tap.ts';

/**
 * "Another draft" on a reminder: the wishes take the place of the message's buttons, and the message shows the new draft
 * when it is there. A wish in the person's words is asked for; must come before notes, since the answer is none.
 */
export const reword = new Composer<BotContext>();

const refusals = {
  'not-found': 'answer.notFound',
  closed: 'answer.closed',
  busy: 'answer.busyWriting',
  'not-open': 'answer.notOpen',
} as const;

/** What the model is told a choice means. */
const wishes: Record<Exclude<WishKind, 'words'>, string> = {
  shorter: 'shorter',
  warmer: 'warmer, more personal',
  formal: 'more formal',
};

const ownWish = neededText('The wish', 500, 'Say how the message should be');

reword.on('callback_query:data').use(
  onTap(['reword'], async (ctx, { stepId }) => {
    const card = await openCard(ctx, stepId);
    if (!card) return;
    await ctx.editMessageReplyMarkup({ reply_markup: rewordMenu(stepId) }).catch((error) => {
      if (!isSettledEdit(error)) throw error;
    });
    await answerTap(ctx, 'answer.rewordMenu', { title: cut(card.step.title, maxTitle) });
  }),
  onTap(['reword-as'], async (ctx, { stepId, wish }) => {
    // Its own buttons come back, or what became of the step.
    await refreshTapped(ctx);
    const card = await openCard(ctx, stepId);
    if (!card) return;
    if (wish === 'words') {
      await answerTap(ctx);
      return askWish(ctx, card, say('reword.ask', { title: cut(card.step.title, maxTitle) }));
    }
    const { db, user, now } = ctx;
    const result = await requestDraft(db, { userId: user.id, stepId, wish: wishes[wish], now });
    await answerTap(ctx, result.ok ? 'answer.rewording' : refusals[result.reason]);
  }),
);

reword.on('message:text').use(
  onAnswer(['draft-wish'], async (ctx, { stepId }) => {
    const { db, user, now } = ctx;
    const card = stepId ? await getStepCard(db, user, stepId, now) : null;
    if (!stepId || !card) return tell(ctx, 'not-open');
    if (!mayWrite(ctx, card)) return tell(ctx, 'off');
    const wish = ownWish.safeParse(ctx.message.text);
    if (!wish.success) return askWish(ctx, card, say('reword.tooLong'));
    const result = await requestDraft(db, { userId: user.id, stepId, wish: wish.data, now });
    if (!result.ok) return tell(ctx, result.reason);
    await replyCard(ctx, plainCard(say('reword.writing')));
  }),
);

/** The card of a step that can be written anew; null when it cannot, which the person has been told then. */
async function openCard(ctx: BotContext, stepId: string): Promise<StepCard | null> {
  const card = await getStepCard(ctx.db, ctx.user, stepId, ctx.now);
  const refusal = !card ? 'answer.notFound' : card.step.status !== 'open' ? 'answer.notOpen' : null;
  if (card && !refusal && mayWrite(ctx, card)) return card;
  await answerTap(ctx, refusal ?? 'answer.noModel');
  return null;
}

const mayWrite = ({ model }: BotContext, { modelOff }: StepCard) => model.name !== null && !modelOff;

async function tell(ctx: BotContext, why: string): Promise<void> {
  await replyCard(ctx, plainCard(say('reword.notNow', { why })));
}

function askWish(ctx: BotContext, { lead, step }: StepCard, text: ReturnType<typeof say>): Promise<void> {
  const question = { kind: 'draft-wish', detail: '', leadId: lead.id, stepId: step.id } as const;
  return ask(ctx, question, { text, placeholder: 'placeholder.wish' });
}
