import { Composer } from 'grammy';
import type { MessageOrigin } from 'grammy/types';
import { addForward } from '../../../capture/add-to-capture.ts';
import type { Origin } from '../../../capture/forward.ts';
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
  // Somebody's contact or file is about whom it is about; a picture is read where it can be.
  if (message.contact || message.document || (message.photo && canSee(ctx))) return next();
  if (message.voice && canHear(ctx)) return next();
  const text = message.text ?? message.caption ?? '';
  const origin = readOrigin(message.forward_origin, user.id);
  const at = shortDayWords(new Date(message.forward_origin.date * 1000), now, personTime(user).timeZone);
  const forwarded = { origin, text, country: countryOf(user), source: sourceOf(origin, at) };
  const doubt = leavesDoubt({ text, person: emptyPerson({ name: nameOf(origin) }) }, { user, model });
  const mayRead = text.trim() !== '' && doubt;
  const added = await addForward(db, { userId: user.id, message: forwarded, mayRead, now });
  if (added.isNew) await confirm(ctx, added.captureId);
});

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

const nameOf = (origin: Origin) =>
  origin.kind === 'self' ? '' : origin.kind === 'chat' ? origin.author || origin.title : origin.name;

function sourceOf(origin: Origin, at: string): string {
  if (origin.kind === 'self') return `Forwarded own message, ${at}`;
  return `Forwarded from ${origin.kind === 'chat' ? origin.title : origin.name}, ${at}`;
}
