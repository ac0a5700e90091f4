import { FormattedString } from '@grammyjs/parse-mode';
import { Composer } from 'grammy';
import { readDuplicates } from '../../capture/duplicates.ts';
import { countryOf } from '../../capture/phone.ts';
import { readText } from '../../capture/reading/read-text.ts';
import { toLead } from '../../capture/to-lead.ts';
import { rememberMessage } from '../../chat-messages/mutations.ts';
import { addLead } from '../../plans/requests.ts';
import { getLeadDetail } from '../../views/lead-detail.ts';
import { plainCard } from '../card.ts';
import type { BotContext } from '../context.ts';
import { isSettledEdit } from '../failure.ts';
import { planCard } from '../plan-card.ts';
import { answerTap, replyCard } from '../reply.ts';
import { say, sayPlain } from '../say.ts';
import { onTap } from '../tap.ts';
import { confirmNew } from './capture/confirm.ts';
import { pickerKeyboard } from './capture/contacts.ts';

/** /add: the line after the command ends in a new lead, and so does a text that an older message offered to add. */
export const add = new Composer<BotContext>();

add.command('add', async (ctx) => {
  if (ctx.match.trim()) await addFromText(ctx, ctx.match);
  else await askWho(ctx);
});

add.on('callback_query:data').use(
  onTap(['add', 'add-text', 'cancel'], async (ctx, { act }) => {
    await answerTap(ctx);
    if (act === 'add') return askWho(ctx);
    // The offer answers the person's own message, so the text is still there: nothing has to be remembered.
    const text = ctx.callbackQuery.message?.reply_to_message?.text;
    if (act === 'cancel') await isFirst(ctx.editMessageText(sayPlain('add.cancelled')));
    else if (!text) await replyCard(ctx, plainCard(say('add.lostText')));
    else if (await isFirst(ctx.editMessageReplyMarkup())) await addFromText(ctx, text);
  }),
);

/** Telegram takes the buttons away once: of two taps on the same one, the second finds nothing to change. */
async function isFirst(edit: Promise<unknown>): Promise<boolean> {
  return edit.then(
    () => true,
    (error) => {
      if (isSettledEdit(error)) return false;
      throw error;
    },
  );
}

/**
 * Answered with a line, which becomes a confirm card as any text does, or with the key that opens the person's contacts:
 * with a keyboard Telegram opens no reply, so nothing tells an answer from another text.
 */
async function askWho(ctx: BotContext): Promise<void> {
  const { text, entities } = say('add.prompt');
  const keyboard = pickerKeyboard().placeholder(sayPlain('placeholder.lead'));
  await ctx.reply(text, { entities, reply_markup: keyboard });
}

/** Somebody new is added at once; of somebody who is here already the confirm card asks. */
async function addFromText(ctx: BotContext, text: string): Promise<void> {
  const { db, user, now } = ctx;
  const person = readText(text, countryOf(user));
  const read = toLead(person);
  if (!read.ok) {
    const words = read.reason === 'no-name' ? say('add.noName') : new FormattedString(read.words);
    return void (await replyCard(ctx, plainCard(words)));
  }
  if ((await readDuplicates(db, user)).find(person))
    return confirmNew(ctx, { source: 'text', people: [person], status: 'open' });
  const leadId = await addLead(db, { userId: user.id, lead: read.lead, now });
  await showPlan(ctx, leadId);
}

/** The lead and the request for its plan are written already; the message then follows the plan by itself. */
async function showPlan(ctx: BotContext, leadId: string): Promise<void> {
  const { db, user, now, appUrl } = ctx;
  const lead = await getLeadDetail(db, user, leadId, now);
  if (!lead) return;
  const messageId = await replyCard(ctx, planCard(lead, appUrl));
  const chat = { userId: user.id, chatId: user.chatId, messageId };
  await rememberMessage(db, { ...chat, kind: 'plan', leadId, stepId: null, now });
}
