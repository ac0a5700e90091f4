import { Composer } from 'grammy';
import { cut } from '../../cut.ts';
import { readSnooze, type SnoozeTo } from '../../plans/snooze.ts';
import { type Snoozed, snoozeStep } from '../../plans/snooze-step.ts';
import { personTime } from '../../time/person.ts';
import { momentWords } from '../../time/when.ts';
import { getStepCard, type StepCard } from '../../views/step-card.ts';
import { plainCard } from '../card.ts';
import type { BotContext } from '../context.ts';
import { isSettledEdit } from '../failure.ts';
import { maxName, maxTitle } from '../names.ts';
import { ask, onAnswer } from '../questions.ts';
import { answerTap, refreshTapped, replyCard } from '../reply.ts';
import { say } from '../say.ts';
import { snoozeMenu } from '../snooze-menu.ts';
import { onTap } from '../tap.ts';
import { askThirdTime } from './third-snooze.ts';

/**
 * Snooze on a reminder or in a digest: the choices take the place of the message's buttons, and the refresh worker
 * redraws it once one was tapped. "Pick…" asks in words; must come before notes, since the answer is none.
 */
export const snooze = new Composer<BotContext>();

const refusals = {
  'not-found': 'answer.notFound',
  'not-open': 'answer.notOpen',
  past: 'answer.past',
} as const;

snooze.on('callback_query:data').use(
  onTap(['snooze', 'anyway'], async (ctx, { act, stepId, to }) => {
    const { db, user, now } = ctx;
    const anyway = act === 'anyway';
    const result = await snoozeStep(db, { userId: user.id, stepId, to, anyway, now });
    // Its own buttons come back, or what became of the step.
    await refreshTapped(ctx);
    if (result.ok) return answerTap(ctx, 'answer.snoozed', { until: words(ctx, result.until) });
    if (result.reason !== 'asks') return answerTap(ctx, refusals[result.reason]);
    await answerTap(ctx, 'answer.asks', { count: result.step.snoozes });
    await askThirdTime(ctx, result, to);
  }),
  onTap(['snooze-menu', 'snooze-pick', 'snooze-back'], async (ctx, { act, stepId }) => {
    const card = await getStepCard(ctx.db, ctx.user, stepId, ctx.now);
    if (act !== 'snooze-menu') await refreshTapped(ctx);
    if (!card) return answerTap(ctx, 'answer.notFound');
    if (act === 'snooze-back') return answerTap(ctx);
    if (!isAwaited(card)) return answerTap(ctx, 'answer.notOpen');
    if (act === 'snooze-pick') {
      await answerTap(ctx);
      return askWhen(ctx, card, say('snooze.ask', namesOf(card)));
    }
    await ctx.editMessageReplyMarkup({ reply_markup: snoozeMenu(stepId) }).catch((error) => {
      if (!isSettledEdit(error)) throw error;
    });
    return answerTap(ctx, 'answer.snoozeMenu', { title: cut(card.step.title, maxTitle) });
  }),
);

snooze.on('message:text').use(
  onAnswer(['snooze'], async (ctx, { stepId }) => {
    const { db, user, now, message } = ctx;
    const card = stepId ? await getStepCard(db, user, stepId, now) : null;
    if (!card || !isAwaited(card)) return tell(ctx, say('snooze.notOpen'));
    const to = readSnooze(message.text, now, personTime(user), user.language);
    const said = { words: cut(message.text, maxTitle) };
    if (!to) return askWhen(ctx, card, say('snooze.notUnderstood', said));
    const result = await snoozeStep(db, { userId: user.id, stepId: card.step.id, to, now });
    if (result.ok) return tell(ctx, doneText(ctx, result, to));
    if (result.reason === 'asks') return askThirdTime(ctx, result, to);
    if (result.reason !== 'past') return tell(ctx, say('snooze.notOpen'));
    return askWhen(ctx, card, say('snooze.past', { ...said, at: words(ctx, to) }));
  }),
);

/** Asks in a message whose reply is the answer; asked again when the answer was not understood. */
function askWhen(ctx: BotContext, { lead, step }: StepCard, text: ReturnType<typeof say>): Promise<void> {
  const question = { kind: 'snooze', detail: '', leadId: lead.id, stepId: step.id } as const;
  return ask(ctx, question, { text, placeholder: 'placeholder.snooze' });
}

function doneText(ctx: BotContext, { step, until, moved }: Snoozed, to: SnoozeTo) {
  const asked = to instanceof Date ? words(ctx, to) : '';
  const names = { title: cut(step.title, maxTitle), until: words(ctx, until) };
  return say('snooze.done', { ...names, asked, moved: moved ? 'yes' : 'no' });
}

async function tell(ctx: BotContext, text: ReturnType<typeof say>): Promise<void> {
  await replyCard(ctx, plainCard(text));
}

/** Something is still to be sent about it. */
const isAwaited = ({ step, closed, paused }: StepCard) =>
  step.status === 'open' && step.due !== null && !closed && !paused;
const namesOf = ({ step, lead }: StepCard) => ({
  title: cut(step.title, maxTitle),
  name: cut(lead.name, maxName),
});
const words = ({ user, now }: BotContext, at: Date) => momentWords(at, now, personTime(user).timeZone);
