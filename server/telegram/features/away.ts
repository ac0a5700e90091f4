import { Composer } from 'grammy';
import type { Period } from '../../plans/around-away.ts';
import { endAway, previewAway, setAway } from '../../plans/away.ts';
import { awayPhase } from '../../plans/away-period.ts';
import { readAway } from '../../plans/away-text.ts';
import { personTime } from '../../time/person.ts';
import { inZone } from '../../time/wall-time.ts';
import { periodWords } from '../../views/away-view.ts';
import { toMoveViews } from '../../views/pause-view.ts';
import { awayCard, awayHelpCard, awayOffCard, awaySetCard } from '../away-card.ts';
import { type Card, plainCard } from '../card.ts';
import type { BotContext } from '../context.ts';
import { answerTap, editTapped, replyCard } from '../reply.ts';
import { say } from '../say.ts';
import { onTap } from '../tap.ts';

/** /away: days on which nothing is sent. What would move is shown before it is set; "/away off" takes it back. */
export const away = new Composer<BotContext>();

const off = /^(off|end|stop|aus|выкл|no)$/i;

away.command('away', async (ctx) => {
  const text = ctx.match.trim();
  await replyCard(ctx, await answer(ctx, text));
});

function answer(ctx: BotContext, text: string): Promise<Card> | Card {
  if (off.test(text)) return end(ctx);
  if (text) return preview(ctx, text);
  const person = personTime(ctx.user);
  const phase = phaseOf(ctx);
  if (!person.away || phase === 'over') return awayHelpCard(null);
  const key = phase === 'ahead' ? 'away.willBe' : 'away.is';
  return awayHelpCard(say(key, periodWords(person.away, ctx.now, person)));
}

/** An absence that is over counts as none. */
function phaseOf({ user, now }: BotContext): ReturnType<typeof awayPhase> {
  const { away, timeZone } = personTime(user);
  return away ? awayPhase(away, inZone(now, timeZone).toPlainDate()) : 'over';
}

const problems = {
  'not-understood': 'away.notUnderstood',
  'no-date': 'away.noDate',
  past: 'away.past',
  backwards: 'away.backwards',
  'too-long': 'away.tooLong',
} as const;

async function preview(ctx: BotContext, text: string): Promise<Card> {
  const { db, user, now } = ctx;
  const read = readAway(text, { now, person: personTime(user), language: user.language });
  if (!read.ok) return awayHelpCard(say(problems[read.reason]));
  const { period } = read;
  const result = await previewAway(db, { userId: user.id, period, now });
  if (!result.ok) return refused(result);
  return awayCard(inWords(ctx, period, result.moves), period);
}

async function end(ctx: BotContext): Promise<Card> {
  const { db, user, now } = ctx;
  if (phaseOf(ctx) === 'over') return plainCard(say('away.none'));
  const result = await endAway(db, { userId: user.id, now });
  return result.ok ? awayOffCard(toMoveViews(result.moves, personTime(user), now)) : refused(result);
}

away.on('callback_query:data').use(
  onTap(['away-set'], async (ctx, { from, until }) => {
    const { db, user, now } = ctx;
    const result = await setAway(db, { userId: user.id, from, until, now });
    await answerTap(ctx, ...(result.ok ? (['answer.awaySet'] as const) : []));
    await editTapped(
      ctx,
      result.ok ? awaySetCard(inWords(ctx, { from, until }, result.moves)) : refused(result),
    );
  }),
  onTap(['away-keep'], async (ctx) => {
    await answerTap(ctx);
    await editTapped(ctx, plainCard(say('away.kept')));
  }),
);

const refused = ({ reason }: { reason: Exclude<keyof typeof problems, 'not-understood'> | 'not-found' }) =>
  awayHelpCard(reason === 'not-found' ? null : say(problems[reason]));

const inWords = ({ user, now }: BotContext, period: Period, moves: Parameters<typeof toMoveViews>[0]) => ({
  ...periodWords(period, now, personTime(user)),
  moves: toMoveViews(moves, personTime(user), now),
});
