import { FormattedString } from '@grammyjs/parse-mode';
import { markMessageStale } from '../chat-messages/mutations.ts';
import { getMessageKind } from '../chat-messages/queries.ts';
import { cut } from '../cut.ts';
import type { MessageKey } from '../i18n/en.ts';
import { type Card, plainCard, toPayload } from './card.ts';
import type { BotContext } from './context.ts';
import { ignoreOldQuery, isSettledEdit } from './failure.ts';
import { sayPlain, type Values } from './say.ts';

/** Answers in the chat with a card, and returns the id of the message. */
export async function replyCard(ctx: BotContext, card: Card): Promise<number> {
  const { text, ...other } = toPayload(card);
  return (await ctx.reply(text, other)).message_id;
}

/** Telegram shows so many characters of an answer to a tap (Bot API, answerCallbackQuery). */
const maxAnswer = 200;

/** Answers a button tap with a short text. */
export async function answerTap(ctx: BotContext, key?: MessageKey, values: Values = {}): Promise<void> {
  const text = key && cut(sayPlain(key, values), maxAnswer);
  await ctx.answerCallbackQuery({ text }).catch(ignoreOldQuery);
}

/** Answers a button tap with a text that stays until the person has read it; one too long for that comes as a message. */
export async function alertTap(ctx: BotContext, words: string): Promise<void> {
  const fits = words.length <= maxAnswer;
  const alert = fits ? { text: words, show_alert: true } : {};
  await ctx.answerCallbackQuery(alert).catch(ignoreOldQuery);
  if (!fits) await replyCard(ctx, plainCard(new FormattedString(words)));
}

/** Puts a card in the place of the message that was tapped. */
export async function editTapped(ctx: BotContext, card: Card): Promise<void> {
  const { text, ...other } = toPayload(card);
  await ctx.editMessageText(text, other).catch((error) => {
    if (!isSettledEdit(error)) throw error;
  });
}

/** The same, where that message is not drawn again by itself because it mirrors a step, a plan or a list of steps. */
export async function editUnlessMirror(ctx: BotContext, card: Card): Promise<void> {
  const messageId = ctx.callbackQuery?.message?.message_id;
  const kind = messageId && (await getMessageKind(ctx.db, { chatId: ctx.user.chatId, messageId }));
  if (!kind || kind === 'nudge') await editTapped(ctx, card);
}

/** The message that was tapped did not show what is true now: it is drawn again. */
export async function refreshTapped({ db, user, callbackQuery }: BotContext): Promise<void> {
  const messageId = callbackQuery?.message?.message_id;
  if (messageId) await markMessageStale(db, { chatId: user.chatId, messageId });
}
