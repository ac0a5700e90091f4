import type { FormattedString } from '@grammyjs/parse-mode';
import { and, eq } from 'drizzle-orm';
import type { Filter, Keyboard, MiddlewareFn } from 'grammy';
import { rememberMessage } from '../chat-messages/mutations.ts';
import { chatMessages } from '../db/schema.ts';
import type { MessageKey } from '../i18n/en.ts';
import type { BotContext } from './context.ts';
import { sayPlain } from './say.ts';

/**
 * What the bot asks in a message whose reply is the answer. What is asked, and about what, is remembered with the
 * message (chat_messages.question), so that an answer is understood days and restarts later. Features that read answers
 * come before notes in bot.ts: an answer is no note.
 */
export type Question = {
  /** Which question, for the feature that reads the answer. */
  kind: 'event-date' | 'snooze' | 'smaller' | 'zone' | 'capture-edit' | 'draft-wish';
  /** What it needs besides lead and step, such as the event; '' when nothing. */
  detail: string;
  /** What it is about; null when not about one, and once that is gone. */
  leadId: string | null;
  stepId: string | null;
};

/** A question as it was remembered; its kind may be of another version. */
export type AskedQuestion = Omit<Question, 'kind'> & { kind: string };

type AnswerContext = Filter<BotContext, 'message'>;

/**
 * Asks: Telegram opens the reply for the person, with `placeholder` in the empty field (at most 64 characters), or shows
 * `keyboard` instead.
 */
export async function ask(
  ctx: BotContext,
  question: Question,
  { text, ...reply }: { text: FormattedString } & ({ placeholder: MessageKey } | { keyboard: Keyboard }),
): Promise<void> {
  const markup =
    'keyboard' in reply
      ? reply.keyboard
      : { force_reply: true as const, input_field_placeholder: sayPlain(reply.placeholder) };
  const { message_id: messageId } = await ctx.reply(text.text, {
    ...{ entities: text.entities, reply_markup: markup },
  });
  const { db, user, now } = ctx;
  const { kind, detail, leadId, stepId } = question;
  const chat = { userId: user.id, chatId: user.chatId, messageId };
  await rememberMessage(db, {
    ...chat,
    ...{ kind: 'question', leadId, stepId, question: `${kind}:${detail}`, now },
  });
}

/** Middleware for replies to a question of these kinds; any other message goes on to the next feature. */
export function onAnswer<Answer extends AnswerContext>(
  kinds: readonly Question['kind'][],
  handle: (ctx: Answer, question: Question) => Promise<void>,
): MiddlewareFn<Answer> {
  return async (ctx, next) => {
    // Looked up by the first feature that listens to answers.
    if (ctx.question === undefined) ctx.question = await questionOf(ctx);
    const { question } = ctx;
    const known = question && kinds.find((kind) => kind === question.kind);
    if (known) await handle(ctx, { ...question, kind: known });
    else await next();
  };
}

/** The question that the person's message replies to; null when it replies to none of theirs. */
async function questionOf({ db, user, message }: AnswerContext): Promise<AskedQuestion | null> {
  const messageId = message.reply_to_message?.message_id;
  if (!messageId) return null;
  const [row] = await db
    .select()
    .from(chatMessages)
    .where(and(eq(chatMessages.chatId, user.chatId), eq(chatMessages.messageId, messageId)));
  if (!row?.question) return null;
  const [kind = '', detail = ''] = row.question.split(':');
  return { kind, detail, leadId: row.leadId, stepId: row.stepId };
}
