import { and, eq } from 'drizzle-orm';
import { Composer, type Filter } from 'grammy';
import { correctPerson } from '../../../capture/edit-person.ts';
import { countryOf } from '../../../capture/phone.ts';
import { readText } from '../../../capture/reading/read-text.ts';
import { shownPlace } from '../../../chat-messages/mutations.ts';
import { cut } from '../../../cut.ts';
import { chatMessages } from '../../../db/schema.ts';
import { getCaptureView } from '../../../views/capture.ts';
import { plainCard } from '../../card.ts';
import type { BotContext } from '../../context.ts';
import { leadLine, maxTitle } from '../../names.ts';
import { ask, onAnswer } from '../../questions.ts';
import { answerTap, refreshTapped, replyCard } from '../../reply.ts';
import { say } from '../../say.ts';
import { onTap } from '../../tap.ts';
import { readCaptureDetail } from './edit-detail.ts';

/**
 * Putting right in words who is on a confirm card: Edit where there is no Mini App, which asks, and a reply to the card.
 * What the answer says takes the place of what was there, and all else stays.
 */
export const captureEdit = new Composer<BotContext>();

type Person = { captureId: string; place: number };
type TextContext = Filter<BotContext, 'message:text'>;

captureEdit.on('callback_query:data').use(
  onTap(['cap-edit'], async (ctx, { captureId, place }) => {
    const view = await getCaptureView(ctx.db, ctx.user, captureId, ctx.now);
    if (view?.people[place]?.state !== 'open') {
      await refreshTapped(ctx);
      return answerTap(ctx, view ? 'answer.decided' : 'answer.notFound');
    }
    await answerTap(ctx);
    return askWho(ctx, `${captureId}/${place}`, say('capture.ask'));
  }),
);

captureEdit.on('message:text').use(
  onAnswer(['capture-edit'], async (ctx, { detail }) => {
    const chosen = readCaptureDetail(detail);
    if (chosen) await correct(ctx, chosen);
    else await replyCard(ctx, plainCard(say('capture.gone')));
  }),
);

captureEdit.on('message:text', async (ctx, next) => {
  const person = await personOfCard(ctx);
  if (person) await correct(ctx, person);
  else await next();
});

/** Who is on the confirm card that is replied to; null for another message, a list, and what is decided. */
async function personOfCard({ db, user, now, message }: TextContext): Promise<Person | null> {
  const messageId = message.reply_to_message?.message_id;
  if (!messageId || message.text.startsWith('/')) return null;
  const [card] = await db
    .select()
    .from(chatMessages)
    .where(and(eq(chatMessages.chatId, user.chatId), eq(chatMessages.messageId, messageId)));
  const view = card?.captureId ? await getCaptureView(db, user, card.captureId, now) : null;
  if (!card || !view) return null;
  const place = view.people.length === 1 ? 0 : shownPlace(card);
  return place !== null && view.people[place]?.state === 'open' ? { captureId: view.id, place } : null;
}

async function correct(ctx: TextContext, chosen: Person): Promise<void> {
  const { db, user, now } = ctx;
  const read = readText(ctx.message.text, countryOf(user));
  const result = await correctPerson(db, { userId: user.id, ...chosen, read, now });
  if (result.ok) {
    const { name, company } = result.person;
    const lead = leadLine({ name, company: company || null });
    return void (await replyCard(ctx, plainCard(say('capture.edited', { lead }))));
  }
  if ('words' in result) {
    const problem = cut(result.words, maxTitle);
    return askWho(ctx, `${chosen.captureId}/${chosen.place}`, say('capture.askAgain', { problem }));
  }
  const key = result.reason === 'settled' ? 'capture.decidedAlready' : 'capture.gone';
  await replyCard(ctx, plainCard(say(key)));
}

/** Asked again when the answer names nobody. */
const askWho = (ctx: BotContext, detail: string, text: ReturnType<typeof say>) =>
  ask(
    ctx,
    { kind: 'capture-edit', detail, leadId: null, stepId: null },
    { text, placeholder: 'placeholder.person' },
  );
