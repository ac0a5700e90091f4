import { Composer, InlineKeyboard } from 'grammy';
import { cut } from '../../cut.ts';
import { isClosed } from '../../leads/status.ts';
import { setEventDate } from '../../plans/events.ts';
import { readSnooze } from '../../plans/snooze.ts';
import { type EventName, eventNames } from '../../plans/timing.ts';
import { personTime } from '../../time/person.ts';
import { inZone, toLocal } from '../../time/wall-time.ts';
import { momentWords } from '../../time/when.ts';
import { getLeadDetail } from '../../views/lead-detail.ts';
import type { LeadDetail } from '../../views/lead-view.ts';
import { actButton } from '../callback-data.ts';
import { plainCard } from '../card.ts';
import type { BotContext } from '../context.ts';
import { maxName, maxTitle } from '../names.ts';
import { ask, onAnswer } from '../questions.ts';
import { answerTap, refreshTapped, replyCard } from '../reply.ts';
import { join, say, sayPlain } from '../say.ts';
import { onTap } from '../tap.ts';

/**
 * "When is the demo?" below a plan: asks in words, and dates the steps that wait for it. Must come before notes, since
 * the answer is none.
 */
export const events = new Composer<BotContext>();

events.on('callback_query:data').use(
  onTap(['event'], async (ctx, { leadId, event }) => {
    const lead = await getLeadDetail(ctx.db, ctx.user, leadId, ctx.now);
    if (!lead || isClosed(lead.status)) {
      await refreshTapped(ctx);
      return answerTap(ctx, lead ? 'answer.closed' : 'answer.notFound');
    }
    await answerTap(ctx);
    const name = cut(lead.name, maxName);
    return askWhen(ctx, { leadId, event }, say('event.ask', { event, what: event, name }));
  }),
);

events.on('message:text').use(
  onAnswer(['event-date'], async (ctx, { leadId, detail }) => {
    const event = eventNames.find((name) => name === detail);
    if (leadId && event) await readAnswer(ctx, { leadId, event });
    else await replyCard(ctx, plainCard(say('event.gone')));
  }),
);

type Asked = { leadId: string; event: EventName };

/** Asked again when the answer was not understood. */
function askWhen(ctx: BotContext, { leadId, event }: Asked, text: ReturnType<typeof say>): Promise<void> {
  const question = { kind: 'event-date', detail: event, leadId, stepId: null } as const;
  return ask(ctx, question, { text, placeholder: 'placeholder.event' });
}

async function readAnswer(ctx: BotContext, asked: Asked): Promise<void> {
  const { db, user, now } = ctx;
  const person = personTime(user);
  const text = ctx.message?.text ?? '';
  const at = readSnooze(text, now, person, user.language);
  if (!at) return askWhen(ctx, asked, say('event.notUnderstood', { words: cut(text, maxTitle) }));
  const local = toLocal(inZone(at, person.timeZone));
  const result = await setEventDate(db, { userId: user.id, ...asked, local, now });
  if (!result.ok && (result.reason === 'far' || result.reason === 'no-date'))
    return askWhen(ctx, asked, say('event.far', { at: momentWords(at, now, person.timeZone) }));
  const lead = result.ok ? await getLeadDetail(db, user, asked.leadId, now) : null;
  if (!result.ok || !lead) return void (await replyCard(ctx, plainCard(say('event.gone'))));
  const keyboard = new InlineKeyboard();
  if (result.act) keyboard.text(sayPlain('button.undo'), actButton('undo-act', result.act.id));
  await replyCard(ctx, { text: savedText(lead, asked.event), keyboard });
}

/** The event's date, and when each step that counts from it is due. */
function savedText(lead: LeadDetail, event: EventName): ReturnType<typeof say> {
  const at = lead.events.find((one) => one.event === event)?.words ?? '';
  const steps = lead.steps.filter(({ status, anchor }) => status === 'open' && anchor === event);
  const lines = steps.map(({ title, due }) =>
    say('event.step', { title: cut(title, maxTitle), due: due?.words ?? '' }),
  );
  const name = cut(lead.name, maxName);
  return join([say('event.saved', { name, event, at, count: steps.length }), ...lines], '\n');
}
