import { Composer, InlineKeyboard } from 'grammy';
import { rememberMessage } from '../../chat-messages/mutations.ts';
import { cut } from '../../cut.ts';
import { editStep } from '../../plans/edit-steps.ts';
import type { SnoozeTo } from '../../plans/snooze.ts';
import type { AsksFirst } from '../../plans/snooze-step.ts';
import { neededText } from '../../text-input.ts';
import { personTime } from '../../time/person.ts';
import { momentWords } from '../../time/when.ts';
import { getStepCard, type StepCard } from '../../views/step-card.ts';
import { addOpenButton, plainCard } from '../card.ts';
import type { BotContext } from '../context.ts';
import { leadPath } from '../links.ts';
import { maxTitle } from '../names.ts';
import { ask, onAnswer } from '../questions.ts';
import { answerTap, replyCard } from '../reply.ts';
import { say } from '../say.ts';
import { thirdSnoozeCard } from '../snooze-menu.ts';
import { onTap } from '../tap.ts';

/**
 * What is asked before a step is put off for the third time. The question's buttons are those of any
 * reminder and lead; here is what becomes of "Make it smaller". Must come before notes: a new name is none.
 */
export const thirdSnooze = new Composer<BotContext>();

const smallerTitle = neededText('The name', 200, 'A step needs a name');

/** Asks instead of snoozing. The question is remembered as a message about the step: whatever becomes of it, it says so. */
export async function askThirdTime(ctx: BotContext, { step, until }: AsksFirst, to: SnoozeTo): Promise<void> {
  const { db, user, now } = ctx;
  const card = await getStepCard(db, user, step.id, now);
  if (!card) return;
  const untilWords = momentWords(until, now, personTime(user).timeZone);
  const asked = { to, until: untilWords, count: step.snoozes };
  const messageId = await replyCard(ctx, thirdSnoozeCard(card, asked));
  const about = { kind: 'reminder', leadId: card.lead.id, stepId: step.id } as const;
  const chat = { userId: user.id, chatId: user.chatId, messageId };
  await rememberMessage(db, { ...chat, ...about, versions: [card.version], now });
}

thirdSnooze.on('callback_query:data').use(
  onTap(['smaller'], async (ctx, { stepId }) => {
    const card = await getStepCard(ctx.db, ctx.user, stepId, ctx.now);
    if (!card) return answerTap(ctx, 'answer.notFound');
    if (card.step.status !== 'open') return answerTap(ctx, 'answer.notOpen');
    await answerTap(ctx);
    await askSmaller(ctx, card, say('smaller.ask', { title: cut(card.step.title, maxTitle) }));
  }),
);

thirdSnooze.on('message:text').use(
  onAnswer(['smaller'], async (ctx, { stepId }) => {
    const { db, user, now } = ctx;
    const card = stepId ? await getStepCard(db, user, stepId, now) : null;
    if (card?.step.status !== 'open') {
      await replyCard(ctx, plainCard(say('snooze.notOpen')));
      return;
    }
    const title = smallerTitle.safeParse(ctx.message.text);
    if (!title.success) {
      const problem = title.error.issues[0]?.message ?? '';
      return askSmaller(ctx, card, say('smaller.refused', { problem }));
    }
    const { id, draft } = card.step;
    const words = { title: title.data, draft, dueLocal: null };
    await editStep(db, { userId: user.id, stepId: id, ...words, now });
    await replyCard(ctx, {
      text: say('smaller.done', { title: title.data }),
      keyboard: addOpenButton(new InlineKeyboard(), ctx.appUrl, leadPath(card.lead.id, id)),
    });
  }),
);

function askSmaller(ctx: BotContext, { lead, step }: StepCard, text: ReturnType<typeof say>): Promise<void> {
  const question = { kind: 'smaller', detail: '', leadId: lead.id, stepId: step.id } as const;
  return ask(ctx, question, { text, placeholder: 'placeholder.smaller' });
}
