import { Composer } from 'grammy';
import { startAlbum } from '../../../capture/add-to-capture.ts';
import { countryOf } from '../../../capture/phone.ts';
import { readText } from '../../../capture/reading/read-text.ts';
import type { NewCapture } from '../../../capture/start-capture.ts';
import { plainCard } from '../../card.ts';
import type { BotContext } from '../../context.ts';
import { maxFileBytes } from '../../files.ts';
import { replyCard } from '../../reply.ts';
import { say } from '../../say.ts';
import { canHear, canSee, takes } from './can-read.ts';
import { confirm, confirmNew } from './confirm.ts';

/** Photos and voice notes, which only a model can read; where none may, the bot says what it takes. */
export const media = new Composer<BotContext>();

media.on('message:photo', async (ctx) => {
  const { photo, caption = '', media_group_id: album } = ctx.message;
  if (!canSee(ctx)) return refuse(ctx, 'capture.noPhoto', caption);
  // The largest size that may be fetched; Telegram gives them from small to large (Bot API, PhotoSize).
  const size = photo.findLast(({ file_size: bytes = 0 }) => bytes <= maxFileBytes);
  if (!size) return void (await replyCard(ctx, plainCard(say('capture.tooBig'))));
  await lookAt(ctx, { source: 'photo', fileId: size.file_id, caption, album });
});

media.on('message:voice', async (ctx) => {
  const { voice, caption = '' } = ctx.message;
  if (!canHear(ctx)) return refuse(ctx, 'capture.noVoice', caption);
  if ((voice.file_size ?? 0) > maxFileBytes)
    return void (await replyCard(ctx, plainCard(say('capture.tooBig'))));
  await lookAt(ctx, { source: 'voice', fileId: voice.file_id, caption });
});

type Seen = { source: 'photo' | 'voice'; fileId: string; caption: string; album?: string };

/** The card says at once that it is looked at; what the caption tells is on it already. */
export async function lookAt(ctx: BotContext, { source, fileId, caption, album }: Seen): Promise<void> {
  const { db, user, now } = ctx;
  const people = caption.trim() ? [readText(caption, countryOf(user))] : [];
  const capture = { source, people, raw: caption, fileId, status: 'reading' } as const;
  if (!album) return confirmNew(ctx, { ...capture, people });
  const row: NewCapture = { ...capture, people, userId: user.id, now };
  const captureId = await startAlbum(db, row);
  if (!captureId) return;
  await replyCard(ctx, plainCard(say('capture.album')));
  await confirm(ctx, captureId);
}

/** What a caption tells is no reason to be lost. */
async function refuse(
  ctx: BotContext,
  key: 'capture.noPhoto' | 'capture.noVoice',
  caption: string,
): Promise<void> {
  const off = ctx.user.modelOff ? 'yes' : 'no';
  await replyCard(ctx, plainCard(say(key, { off, takes: takes(ctx) })));
  if (!caption.trim()) return;
  const people = [readText(caption, countryOf(ctx.user))];
  await confirmNew(ctx, { source: 'text', people, status: 'open' });
}
