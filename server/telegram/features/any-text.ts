import { Composer, InlineKeyboard } from 'grammy';
import { cut } from '../../cut.ts';
import { parseLead } from '../../leads/parse-lead.ts';
import { plainButton } from '../callback-data.ts';
import { plainCard, toPayload } from '../card.ts';
import type { BotContext } from '../context.ts';
import { maxName } from '../names.ts';
import { replyCard } from '../reply.ts';
import { say, sayPlain } from '../say.ts';

/** Any other text offers "Add as a lead?"; must come after every feature that listens to text. */
export const anyText = new Composer<BotContext>();

anyText.on('message:text', async (ctx) => {
  const { name } = parseLead(ctx.message.text);
  if (!name || ctx.message.text.startsWith('/')) {
    await replyCard(ctx, plainCard(say('help')));
    return;
  }
  const keyboard = new InlineKeyboard()
    .text(sayPlain('button.yesAdd'), plainButton('add-text'))
    .text(sayPlain('button.no'), plainButton('cancel'));
  const { text, ...other } = toPayload({ text: say('add.offer', { name: cut(name, maxName) }), keyboard });
  // The offer answers the text itself, so that the button finds it again.
  await ctx.reply(text, { ...other, reply_parameters: { message_id: ctx.message.message_id } });
});

anyText.on('message', async (ctx) => {
  await replyCard(ctx, plainCard(say('help')));
});
