import { Composer, type Filter } from 'grammy';
import type { MessageOrigin } from 'grammy/types';
import { addForward } from '../../../capture/add-to-capture.ts';
import { type Forwarded, nameOf, type Origin, sourceOf } from '../../../capture/forward.ts';
import { leavesDoubt } from '../../../capture/may-read.ts';
import { emptyPerson } from '../../../capture/person.ts';
import { countryOf } from '../../../capture/phone.ts';
import { personTime } from '../../../time/person.ts';
import { shortDayWords } from '../../../time/when.ts';
import type { BotContext } from '../../context.ts';
import { canHear, canSee } from './can-read.ts';
import { confirm } from './confirm.ts';

/**
 * Forwarded messages: who wrote them is who the lead may be. Must come before all that listens to text: a command in a
 * forwarded message is somebody else's.
 */
export const forwards = new Composer<BotContext>();

forwards.on('message:forward_origin', async (ctx, next) => {
  const { message, user, db, now, model } = ctx;
  // Somebody's contact or file is about whom it is about; pictures and voices are looked at where they can be.
  if (message.contact || message.document || (message.photo && canSee(ctx))) return next();
  if (message.voice && canHear(ctx)) return next();
  const forwarded = readForward(ctx);
  if (!forwarded) return next();
  const { text, origin } = forwarded;
  const doubt = leavesDoubt({ text, person: emptyPerson({ name: nameOf(origin).name }) }, { user, model });
  const mayRead = text.trim() !== '' && doubt;
  const added = await addForward(db, { userId: user.id, message: forwarded, mayRead, now });
  if (added.isNew) await confirm(ctx, added.captureId);
});

/** Who wrote a forwarded message, and what; null when the message is the person's own. */
export function readForward({ message, user, now }: Filter<BotContext, 'message'>): Forwarded | null {
  const { forward_origin: from, text, caption } = message;
  if (!from) return null;
  const origin = readOrigin(from, user.id);
  const at = shortDayWords(new Date(from.date * 1000), now, personTime(user).timeZone);
  return { origin, text: text ?? caption ?? '', country: countryOf(user), source: sourceOf(origin, at) };
}

/** All kinds of Telegram's MessageOrigin (Bot API). */
function readOrigin(origin: MessageOrigin, userId: number): Origin {
  if (origin.type === 'hidden_user') return { kind: 'person', name: origin.sender_user_name, telegram: '' };
  if (origin.type === 'user') {
    const { id, first_name: first, last_name: last, username = '' } = origin.sender_user;
    if (id === userId) return { kind: 'self' };
    return { kind: 'person', name: [first, last].filter(Boolean).join(' '), telegram: username };
  }
  const chat = origin.type === 'channel' ? origin.chat : origin.sender_chat;
  const title = 'title' in chat && chat.title ? chat.title : '';
  const telegram = 'username' in chat && chat.username ? chat.username : '';
  return { kind: 'chat', title, telegram, author: origin.author_signature ?? '' };
}
