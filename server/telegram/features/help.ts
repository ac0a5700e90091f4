import { Composer, InlineKeyboard } from 'grammy';
import { addOpenButton } from '../card.ts';
import type { BotContext } from '../context.ts';
import { answerTap, replyCard } from '../reply.ts';
import { say } from '../say.ts';
import { onTap } from '../tap.ts';

/** /help: what the bot understands. */
export const help = new Composer<BotContext>();

const sendHelp = (ctx: BotContext) =>
  replyCard(ctx, {
    text: say('help'),
    keyboard: addOpenButton(new InlineKeyboard(), ctx.appUrl, '/', 'button.openApp'),
  });

help.command('help', sendHelp);

help.on('callback_query:data').use(
  onTap(['help'], async (ctx) => {
    await answerTap(ctx);
    await sendHelp(ctx);
  }),
);
