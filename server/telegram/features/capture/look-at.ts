import type { Filter } from 'grammy';
import { takeUpAlbum } from '../../../capture/album.ts';
import { withForward } from '../../../capture/forward.ts';
import { countryOf } from '../../../capture/phone.ts';
import { readText } from '../../../capture/reading/read-text.ts';
import type { CapturedPerson } from '../../../db/stored-json.ts';
import { plainCard } from '../../card.ts';
import type { BotContext } from '../../context.ts';
import { replyCard } from '../../reply.ts';
import { say } from '../../say.ts';
import { confirmNew } from './confirm.ts';
import { readForward } from './forwards.ts';
import { captureCaption } from './texts.ts';

type MessageContext = Filter<BotContext, 'message'>;

type Seen = { source: 'photo' | 'voice'; fileId: string; caption: string; album?: string };

/** The card says at once that it is looked at; what the caption tells, and who sent it, is on it already. */
export async function lookAt(ctx: MessageContext, { source, fileId, caption, album }: Seen): Promise<void> {
  if (!(await isFirstOfAlbum(ctx))) return captureCaption(ctx, caption);
  if (album) await replyCard(ctx, plainCard(say('capture.album')));
  const people = knownPeople(ctx, caption);
  await confirmNew(ctx, { source, people, raw: caption, fileId, status: 'reading' });
}

function knownPeople(ctx: MessageContext, caption: string): CapturedPerson[] {
  const forwarded = readForward(ctx);
  if (forwarded && forwarded.origin.kind !== 'self') return [withForward(null, forwarded)];
  return caption.trim() ? [readText(caption, countryOf(ctx.user))] : [];
}

/** Of the pictures of an album, which come as messages of their own, one is answered. */
export async function isFirstOfAlbum({ db, user, message, now }: MessageContext): Promise<boolean> {
  const { media_group_id: album, message_id: messageId } = message;
  return !album || takeUpAlbum(db, { user, album, messageId, now });
}
