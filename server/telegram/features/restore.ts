import { Composer } from 'grammy';
import { restoreSteps } from '../../plans/close-lead.ts';
import type { BotContext } from '../context.ts';
import { answerTap, refreshTapped } from '../reply.ts';
import { onTap } from '../tap.ts';

/** "Restore cancelled steps" on a lead that was closed and is open again. Its messages are drawn again by themselves. */
export const restore = new Composer<BotContext>();

const refusals = {
  'not-found': 'answer.notFound',
  closed: 'answer.closed',
  nothing: 'answer.nothingToRestore',
} as const;

restore.on('callback_query:data').use(
  onTap(['restore'], async (ctx, { leadId }) => {
    const { db, user, now } = ctx;
    const result = await restoreSteps(db, { userId: user.id, leadId, now });
    if (result.ok) return answerTap(ctx, 'answer.restored', { count: result.restored });
    await refreshTapped(ctx);
    return answerTap(ctx, refusals[result.reason]);
  }),
);
