import { Composer } from 'grammy';
import { markNew } from '../../../capture/mark-new.ts';
import { mergePerson } from '../../../capture/merge-person.ts';
import { saveAll } from '../../../capture/save-all.ts';
import { savePerson } from '../../../capture/save-person.ts';
import { cancelCapture, leaveOut } from '../../../capture/settle-capture.ts';
import { showPlace } from '../../../chat-messages/mutations.ts';
import { cut } from '../../../cut.ts';
import type { BotContext } from '../../context.ts';
import { maxName } from '../../names.ts';
import { alertTap, answerTap, refreshTapped } from '../../reply.ts';
import { onTap } from '../../tap.ts';

/**
 * The buttons of a confirm card. Each answers what is true now, and the card is drawn again by itself: a tap on an old
 * one changes nothing.
 */
export const captureTaps = new Composer<BotContext>();

type Refused = {
  ok: false;
  reason: 'not-found' | 'settled' | 'here' | 'other' | 'no-name' | 'invalid';
  words?: string;
  name?: string;
};
const refusals = {
  'not-found': 'answer.notFound',
  settled: 'answer.decided',
  here: 'answer.isHere',
  other: 'answer.isOther',
} as const;

/** The card did not show what is true. */
async function refuse(ctx: BotContext, { reason, words = '', name = '' }: Refused): Promise<void> {
  await refreshTapped(ctx);
  if (reason === 'no-name' || reason === 'invalid') return alertTap(ctx, words);
  return answerTap(ctx, refusals[reason], { name: cut(name, maxName) });
}

captureTaps.on('callback_query:data').use(
  onTap(['cap-save', 'cap-merge', 'cap-new', 'cap-leave'], async (ctx, { act, captureId, place, shown }) => {
    const { db, user, now } = ctx;
    const chosen = { userId: user.id, captureId, place, now };
    if (act === 'cap-save') {
      const saved = await savePerson(db, { ...chosen, withPlan: true });
      return saved.ok ? answerTap(ctx, 'answer.drafting') : refuse(ctx, saved);
    }
    if (act === 'cap-merge') {
      const merged = await mergePerson(db, { ...chosen, shown });
      return merged.ok ? answerTap(ctx, 'answer.merged') : refuse(ctx, merged);
    }
    const result = await (act === 'cap-new' ? markNew : leaveOut)(db, chosen);
    const answer = act === 'cap-new' ? 'answer.isNew' : 'answer.leftOut';
    return result.ok ? answerTap(ctx, answer) : refuse(ctx, result);
  }),
  onTap(['cap-all', 'cap-plans'], async (ctx, { act, captureId }) => {
    const { db, user, now } = ctx;
    const withPlans = act === 'cap-plans';
    const result = await saveAll(db, { userId: user.id, captureId, withPlans, now });
    if (!result.ok) return refuse(ctx, result);
    const { saved, planned } = result;
    return answerTap(ctx, 'answer.savedAll', { saved, planned: planned && saved > 0 ? 'yes' : 'no' });
  }),
  onTap(['cap-cancel'], async (ctx, { captureId }) => {
    const { db, user, now } = ctx;
    const result = await cancelCapture(db, { userId: user.id, captureId, now });
    return result.ok ? answerTap(ctx, 'answer.cancelled') : refuse(ctx, result);
  }),
  onTap(['cap-show', 'cap-each', 'cap-list'], async (ctx, tap) => {
    const place = tap.act === 'cap-show' ? tap.place : tap.act === 'cap-each' ? 0 : null;
    const messageId = ctx.callbackQuery.message?.message_id;
    if (messageId) await showPlace(ctx.db, { chatId: ctx.user.chatId, messageId }, place);
    return answerTap(ctx);
  }),
);
