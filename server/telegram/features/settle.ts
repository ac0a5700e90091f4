import { Composer } from 'grammy';
import { reopenStep } from '../../plans/reopen.ts';
import { setStepStatus } from '../../plans/step-mutations.ts';
import { personTime } from '../../time/person.ts';
import { momentWords } from '../../time/when.ts';
import { toRipple } from '../../views/ripple-view.ts';
import type { BotContext } from '../context.ts';
import { answerTap, refreshTapped } from '../reply.ts';
import { datesWords } from '../ripple-line.ts';
import { onTap } from '../tap.ts';

/**
 * Done, Skip and Undo on a reminder. Each answers what is true now: a tap on an old message changes nothing twice, and
 * the message is drawn again. Done and Skip say which later steps moved with it.
 */
export const settle = new Composer<BotContext>();

const statusOf = { done: 'done', skip: 'skipped' } as const;
const answers = {
  done: { plain: 'answer.done', moved: 'answer.doneMoved' },
  skip: { plain: 'answer.skipped', moved: 'answer.skippedMoved' },
} as const;
const already = {
  done: 'answer.alreadyDone',
  skipped: 'answer.alreadySkipped',
  open: 'answer.alreadyOpen',
  cancelled: 'answer.notOpen',
} as const;
const refusals = { 'not-found': 'answer.notFound', closed: 'answer.closed' } as const;
const opened = { none: 'answer.open', back: 'answer.openBack', stay: 'answer.openStay' } as const;

settle.on('callback_query:data').use(
  onTap(['done', 'skip', 'undo'], async (ctx, { act, stepId }) => {
    if (act === 'undo') await reopen(ctx, stepId);
    else await setStatus(ctx, act, stepId);
  }),
);

async function setStatus(ctx: BotContext, act: 'done' | 'skip', stepId: string): Promise<void> {
  const { db, user, now } = ctx;
  const { timeZone } = personTime(user);
  const result = await setStepStatus(db, { userId: user.id, stepId, status: statusOf[act], now });
  if (!result.ok) return answerTap(ctx, refusals[result.reason]);
  if (!result.changed) {
    const { settledAt, status } = result.step;
    await refreshTapped(ctx);
    return answerTap(ctx, already[status], {
      at: settledAt ? momentWords(settledAt, now, timeZone) : '',
    });
  }
  const ripple = result.act && toRipple(result.act, now, timeZone);
  if (!ripple) return answerTap(ctx, answers[act].plain);
  return answerTap(ctx, answers[act].moved, { count: ripple.count, dates: datesWords(ripple) });
}

async function reopen(ctx: BotContext, stepId: string): Promise<void> {
  const result = await reopenStep(ctx.db, { userId: ctx.user.id, stepId, now: ctx.now });
  if (!result.ok) return answerTap(ctx, refusals[result.reason]);
  if (result.changed) return answerTap(ctx, opened[result.dates]);
  await refreshTapped(ctx);
  return answerTap(ctx, 'answer.alreadyOpen');
}
