import { Composer } from 'grammy';
import { getMessageSubject } from '../../chat-messages/queries.ts';
import { cut } from '../../cut.ts';
import { noteInput } from '../../leads/input.ts';
import { addNote } from '../../leads/mutations.ts';
import { getLeadCard } from '../../views/leads.ts';
import { plainCard } from '../card.ts';
import type { BotContext } from '../context.ts';
import { maxName } from '../names.ts';
import { replyCard } from '../reply.ts';
import { say } from '../say.ts';

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
  return replyText(ctx, say('note.saved', { name: cut(lead.name, maxName) }));
});

async function replyText(ctx: BotContext, text: ReturnType<typeof say>): Promise<void> {
  await replyCard(ctx, plainCard(text));
}
