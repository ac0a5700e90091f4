import { Composer } from 'grammy';
import { setLeadStatus } from '../../plans/close-lead.ts';
import { pauseLead, wakeLater } from '../../plans/pause.ts';
import { previewResume, type ResumePreview, resumeLead } from '../../plans/resume.ts';
import { personTime } from '../../time/person.ts';
import { dayWords } from '../../time/when.ts';
import { getLeadCard } from '../../views/leads.ts';
import { toMoveViews } from '../../views/pause-view.ts';
import { findClosingAct } from '../../views/step-card-acts.ts';
import type { PauseAct } from '../callback-data.ts';
import { leadClosedCard } from '../closed-card.ts';
import type { BotContext } from '../context.ts';
import { restingCard } from '../paused-card.ts';
import { answerTap, editUnlessMirror, replyCard } from '../reply.ts';
import { resumeCard, resumedCard } from '../resume-card.ts';
import { onTap } from '../tap.ts';

/**
 * "They replied", and what comes of a plan that rests: it goes on (with the new dates shown first), rests on, or the
 * lead is won or lost. Reminders in the chat are drawn again by themselves; other messages are changed here.
 */
export const pause = new Composer<BotContext>();

pause.on('callback_query:data').use(
  onTap(
    ['replied', 'resume', 'resume-now', 'rest', 'wait-week', 'won', 'lost'],
    async (ctx, { act, leadId }) => {
      await handlers[act](ctx, leadId);
    },
  ),
);

const handlers: Record<PauseAct, (ctx: BotContext, leadId: string) => Promise<void>> = {
  replied: async (ctx, leadId) => {
    const { db, user, now } = ctx;
    const why = { reason: 'replied', waitingFor: null } as const;
    const result = await pauseLead(db, { userId: user.id, leadId, ...why, now });
    if (!result.ok) return refuse(ctx, result);
    await answerTap(ctx, 'answer.replied');
    await showResting(ctx, leadId);
  },

  resume: async (ctx, leadId) => {
    const { db, user, now } = ctx;
    const preview = await previewResume(db, { userId: user.id, leadId, now });
    const lead = await getLeadCard(db, user, leadId, now);
    if (!lead || !preview) return answerTap(ctx, 'answer.notFound');
    if (!lead.pause) return answerTap(ctx, 'answer.notResting');
    await answerTap(ctx);
    await replyCard(ctx, resumeCard(lead, inWords(ctx, preview)));
  },

  'resume-now': async (ctx, leadId) => {
    const { db, user, now, appUrl } = ctx;
    const result = await resumeLead(db, { userId: user.id, leadId, now });
    if (!result.ok) return refuse(ctx, result);
    const lead = await getLeadCard(db, user, leadId, now);
    if (!lead || !result.act) return answerTap(ctx, 'answer.notResting');
    await answerTap(ctx, 'answer.resumed', { count: result.act.moves.length });
    const done = { ...inWords(ctx, result.act), actId: result.act.id };
    await editUnlessMirror(ctx, resumedCard(lead, done, appUrl));
  },

  rest: async (ctx, leadId) => {
    await answerTap(ctx);
    await showResting(ctx, leadId);
  },

  'wait-week': async (ctx, leadId) => {
    const { db, user, now } = ctx;
    const result = await wakeLater(db, { userId: user.id, leadId, now });
    if (!result.ok) return refuse(ctx, result);
    if (!result.wakeAt) return answerTap(ctx, 'answer.notResting');
    const day = dayWords(result.wakeAt, now, personTime(user).timeZone);
    await answerTap(ctx, 'answer.wakes', { day });
    await showResting(ctx, leadId);
  },

  won: (ctx, leadId) => close(ctx, leadId, 'won'),
  lost: (ctx, leadId) => close(ctx, leadId, 'lost'),
};

async function close(ctx: BotContext, leadId: string, status: 'won' | 'lost'): Promise<void> {
  const { db, user, now, appUrl } = ctx;
  const result = await setLeadStatus(db, { userId: user.id, leadId, status, now });
  const lead = result.ok ? await getLeadCard(db, user, leadId, now) : null;
  if (!lead) return answerTap(ctx, 'answer.notFound');
  await answerTap(ctx, `answer.${status}`);
  // Asked for, not remembered: of two taps, the second closes nothing, and the way back stays.
  await editUnlessMirror(ctx, leadClosedCard(lead, await findClosingAct(db, leadId), appUrl));
}

const refuse = (ctx: BotContext, { reason }: { reason: string }) =>
  answerTap(ctx, reason === 'closed' ? 'answer.closed' : 'answer.notFound');

async function showResting(ctx: BotContext, leadId: string): Promise<void> {
  const lead = await getLeadCard(ctx.db, ctx.user, leadId, ctx.now);
  if (lead?.pause) await editUnlessMirror(ctx, restingCard(lead, lead.pause, ctx.appUrl));
}

const inWords = ({ user, now }: BotContext, { moves, movedBy }: ResumePreview) => ({
  moves: toMoveViews(moves, personTime(user), now),
  movedBy,
});
