import { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import { answerTap } from '../reply.ts';

/** A button that no feature knows; must be the last. */
export const oldButtons = new Composer<BotContext>();

oldButtons.on('callback_query', (ctx) => answerTap(ctx, 'answer.old'));
