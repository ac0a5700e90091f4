import { Composer, InlineKeyboard } from 'grammy';
import { cut } from '../../cut.ts';
import { plainButton } from '../callback-data.ts';
import { addOpenButton } from '../card.ts';
import type { BotContext } from '../context.ts';
import { maxName } from '../names.ts';
import { replyCard } from '../reply.ts';
import { say, sayPlain } from '../say.ts';

/** /start: greets, explains in four lines, shows the buttons that matter. */
export const start = new Composer<BotContext>();

start.command('start', async (ctx) => {
  const keyboard = new InlineKeyboard()
    .text(sayPlain('button.addLead'), plainButton('add'))
    .text(sayPlain('button.today'), plainButton('today'))
    .row();
  addOpenButton(keyboard, ctx.appUrl, '/', 'button.openApp').text(
    sayPlain('button.help'),
    plainButton('help'),
  );
  const text = say('start.greeting', { name: cut(ctx.user.firstName, maxName) });
  await replyCard(ctx, { text, keyboard });
});
