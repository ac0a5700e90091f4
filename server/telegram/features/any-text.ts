import { Composer } from 'grammy';
import { plainCard } from '../card.ts';
import type { BotContext } from '../context.ts';
import { replyCard } from '../reply.ts';
import { say } from '../say.ts';
import { captureText } from './capture/texts.ts';

/** Any other text is about somebody: it becomes a confirm card. Must come after every feature that listens to text. */
export const anyText = new Composer<BotContext>();

anyText.on('message:text', async (ctx, next) => {
  if (ctx.message.text.startsWith('/')) await next();
  else await captureText(ctx, ctx.message.text);
});

anyText.on('message', async (ctx) => {
  await replyCard(ctx, plainCard(say('help')));
});
