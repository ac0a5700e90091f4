import { Composer } from 'grammy';
import { personTime } from '../../auth/users.ts';
import { setStepStatus, snoozeStep } from '../../plans/step-mutations.ts';
import { momentWords } from '../../time/when.ts';
import { getStepCard } from '../../views/step-card.ts';
import type { StepAct } from '../callback-data.ts';
import { maxTextUnits } from '../card.ts';
import type { BotContext } from '../context.ts';
import { split } from '../cut.ts';
import { answerTap } from '../reply.ts';
import { onTap } from '../tap.ts';

/**
 * Done, Undo, Skip, Snooze and Copy draft on a reminder. Each answers what is true now: a tap on an old message changes
 * nothing twice. The message itself is redrawn by the refresh worker, as after a tick in the Mini App.
 */
export const stepButtons = new Composer<BotContext>();

const statusOf = { done: 'done', skip: 'skipped', undo: 'open' } as const;
const answers = { done: 'answer.done', skipped: 'answer.skipped', open: 'answer.open' } as const;
const already = {
  done: 'answer.alreadyDone',
  skipped: 'answer.alreadySkipped',
  open: 'answer.alreadyOpen',
} as const;

stepButtons.on('callback_query:data').use(
  onTap(['done', 'undo', 'skip', 'snooze', 'draft'], async (ctx, { act, stepId }) => {
    if (act === 'snooze') await snooze(ctx, stepId);
    else if (act === 'draft') await sendDraft(ctx, stepId);
    else await setStatus(ctx, act, stepId);
  }),
);

async function setStatus(ctx: BotContext, act: Exclude<StepAct, 'snooze' | 'draft'>, stepId: string) {
  const status = statusOf[act];
  const { db, user, now } = ctx;
  const result = await setStepStatus(db, { userId: user.id, stepId, status, now });
  if (!result.ok) return answerTap(ctx, 'answer.notFound');
  if (result.changed) return answerTap(ctx, answers[status]);
  const at = result.step.settledAt ? words(ctx, result.step.settledAt) : '';
  return answerTap(ctx, already[status], { at });
}

async function snooze(ctx: BotContext, stepId: string) {
  const { db, user, now } = ctx;
  const result = await snoozeStep(db, { userId: user.id, stepId, length: '1d', now });
  if (!result.ok) return answerTap(ctx, 'answer.notFound');
  if (!result.until) return answerTap(ctx, 'answer.notOpen');
  return answerTap(ctx, 'answer.snoozed', { until: words(ctx, result.until) });
}

/** A draft too long for Telegram's copy button comes as a message that holds nothing else, or several. */
async function sendDraft(ctx: BotContext, stepId: string) {
  const card = await getStepCard(ctx.db, ctx.user, stepId, ctx.now);
  if (!card?.step.draft) return answerTap(ctx, 'answer.notFound');
  await answerTap(ctx);
  for (const piece of split(card.step.draft, maxTextUnits)) await ctx.reply(piece);
}

const words = ({ user, now }: BotContext, at: Date) => momentWords(at, now, personTime(user).timeZone);
