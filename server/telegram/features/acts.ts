import { Composer } from 'grammy';
import { keepDates, undoAct } from '../../plans/acts.ts';
import type { ActRefusal } from '../../plans/lock-act.ts';
import { reopenStep } from '../../plans/reopen.ts';
import { personTime } from '../../time/person.ts';
import { getLeadCard } from '../../views/leads.ts';
import { toRipple } from '../../views/ripple-view.ts';
import { plainCard } from '../card.ts';
import type { BotContext } from '../context.ts';
import { leadLine } from '../names.ts';
import { answerTap, editUnlessMirror, refreshTapped } from '../reply.ts';
import { datesWords } from '../ripple-line.ts';
import { say, type Values } from '../say.ts';
import { onTap } from '../tap.ts';

/**
 * Undo and "Keep the dates" on a message that told of an act. Reminders, plans and lists are drawn again by themselves;
 * any other message says here that it was taken back, and loses its buttons.
 */
export const acts = new Composer<BotContext>();

acts.on('callback_query:data').use(
  onTap(['undo-act', 'keep-dates'], async (ctx, { act, actId }) => {
    if (act === 'undo-act') await takeBack(ctx, actId);
    else await keep(ctx, actId);
  }),
);

async function takeBack(ctx: BotContext, actId: number): Promise<void> {
  const { db, user, now } = ctx;
  const result = await undoAct(db, { userId: user.id, actId, now });
  if (result.ok) {
    await answerTap(ctx, result.act.moves.length > 0 ? 'answer.datesBack' : 'answer.takenBack');
    return tellInPlace(ctx, result.leadId, 'act.takenBack');
  }
  // What was settled can be opened all the same.
  if (result.reason === 'newer' && result.stepId) {
    const opened = await reopenStep(db, { userId: user.id, stepId: result.stepId, now });
    if (opened.ok && opened.changed) return answerTap(ctx, 'answer.openStay');
  }
  return refuse(ctx, result);
}

async function keep(ctx: BotContext, actId: number): Promise<void> {
  const { db, user, now } = ctx;
  const result = await keepDates(db, { userId: user.id, actId, now });
  if (!result.ok) return refuse(ctx, result);
  const ripple = toRipple(result.act, now, personTime(user).timeZone);
  const dates = ripple ? datesWords(ripple) : '';
  await answerTap(ctx, 'answer.datesKept', { dates });
  return tellInPlace(ctx, result.leadId, 'act.datesKept', { dates });
}

/** What became of the act, in the place of what its message had claimed. */
async function tellInPlace(
  ctx: BotContext,
  leadId: string,
  key: 'act.takenBack' | 'act.datesKept',
  values: Values = {},
): Promise<void> {
  const lead = await getLeadCard(ctx.db, ctx.user, leadId, ctx.now);
  if (lead) await editUnlessMirror(ctx, plainCard(say(key, { lead: leadLine(lead), ...values })));
}

async function refuse(ctx: BotContext, { reason }: ActRefusal): Promise<void> {
  await refreshTapped(ctx);
  await answerTap(ctx, reason === 'newer' ? 'answer.actNewer' : 'answer.actGone');
}
