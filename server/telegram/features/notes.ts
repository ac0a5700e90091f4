import { Composer, InlineKeyboard } from 'grammy';
import { getMessageSubject } from '../../chat-messages/queries.ts';
import { cut } from '../../cut.ts';
import { noteInput } from '../../leads/input.ts';
import { addNote } from '../../leads/mutations.ts';
import { mayReview } from '../../plans/proposals/open-review.ts';
import { getLeadCard } from '../../views/leads.ts';
import { reviewButton } from '../callback-data.ts';
import { plainCard } from '../card.ts';
import type { BotContext } from '../context.ts';
import { maxName } from '../names.ts';
import { replyCard } from '../reply.ts';
import { say, sayPlain } from '../say.ts';

/** A reply to a message about a lead is a note to that lead. */
export const notes = new Composer<BotContext>();

notes.on('message:text', async (ctx, next) => {
  const { db, user, now } = ctx;
  const messageId = ctx.message.reply_to_message?.message_id;
  const subject = messageId ? await getMessageSubject(db, { userId: user.id, messageId }) : null;
  if (!subject) return next();
  const text = noteInput.safeParse(ctx.message.text);
  if (!text.success) return replyText(ctx, say('note.tooLong'));
  const lead = subject.leadId ? await getLeadCard(db, user, subject.leadId, now) : null;
  const saved = lead && (await addNote(db, { userId: user.id, leadId: lead.id, text: text.data, now }));
  if (!lead || !saved?.ok) return replyText(ctx, say('note.noLead'));
  const answer = say('note.saved', { name: cut(lead.name, maxName) });
  await replyCard(ctx, {
    text: answer,
    keyboard: await followButton(ctx, { leadId: lead.id, noteId: saved.noteId }),
  });
});

/** Offers that the plan follows the note, where something in it could change and a model may think about it. */
async function followButton(
  { db, user, model }: BotContext,
  { leadId, noteId }: { leadId: string; noteId: string },
): Promise<InlineKeyboard> {
  const keyboard = new InlineKeyboard();
  if (!(await mayReview(db, { userId: user.id, leadId, model }))) return keyboard;
  return keyboard.text(sayPlain('button.review'), reviewButton(noteId));
}

async function replyText(ctx: BotContext, text: ReturnType<typeof say>): Promise<void> {
  await replyCard(ctx, plainCard(text));
}
