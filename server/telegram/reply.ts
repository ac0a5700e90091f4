import type { MessageKey } from '../i18n/en.ts';
import { type Card, toPayload } from './card.ts';
import type { BotContext } from './context.ts';
import { ignoreOldQuery } from './failure.ts';
import { sayPlain, type Values } from './say.ts';

/** Answers in the chat with a card, and returns the id of the message. */
export async function replyCard(ctx: BotContext, card: Card): Promise<number> {
  const { text, ...other } = toPayload(card);
  return (await ctx.reply(text, other)).message_id;
}

/** Answers a button tap with a short text; Telegram shows 200 characters at most (Bot API, answerCallbackQuery). */
export async function answerTap(ctx: BotContext, key?: MessageKey, values: Values = {}): Promise<void> {
  const text = key && sayPlain(key, values).slice(0, 200);
  await ctx.answerCallbackQuery({ text }).catch(ignoreOldQuery);
}
