import { Composer } from 'grammy';
import { wakeStep } from '../../plans/snooze-step.ts';
import { personTime } from '../../time/person.ts';
import { momentWords } from '../../time/when.ts';
import { listSnoozed } from '../../views/snoozed.ts';
import type { Card } from '../card.ts';
import type { BotContext } from '../context.ts';
import { answerTap, editTapped, replyCard } from '../reply.ts';
import { snoozedCard } from '../snoozed-card.ts';
import { onTap } from '../tap.ts';

/** /snoozed: what is put off and until when, and waking it: its reminder comes at once, or with the next window. */
export const snoozed = new Composer<BotContext>();

snoozed.command('snoozed', async (ctx) => {
  await replyCard(ctx, await listCard(ctx));
});

snoozed.on('callback_query:data').use(
  onTap(['wake'], async (ctx, { stepId }) => {
    const { db, user, now } = ctx;
    const result = await wakeStep(db, { userId: user.id, stepId, now });
    if (result.ok) await answerWoken(ctx, result.at);
    else await answerTap(ctx, result.reason === 'awake' ? 'answer.awake' : 'answer.notFound');
    await editTapped(ctx, await listCard(ctx));
  }),
);

const listCard = async ({ db, user, now, appUrl }: BotContext): Promise<Card> =>
  snoozedCard(await listSnoozed(db, user, now), appUrl);

function answerWoken(ctx: BotContext, at: Date): Promise<void> {
  if (at <= ctx.now) return answerTap(ctx, 'answer.wokenNow');
  return answerTap(ctx, 'answer.woken', { at: momentWords(at, ctx.now, personTime(ctx.user).timeZone) });
}
