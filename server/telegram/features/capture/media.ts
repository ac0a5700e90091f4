import { Composer, type Filter } from 'grammy';
import { plainCard } from '../../card.ts';
import type { BotContext } from '../../context.ts';
import { maxFileBytes } from '../../files.ts';
import { replyCard } from '../../reply.ts';
import { say } from '../../say.ts';
import { canHear, canSee, takes } from './can-read.ts';
import { isFirstOfAlbum, lookAt } from './look-at.ts';
import { captureCaption, captureText } from './texts.ts';

/** Photos and voice notes, which only a model can read; where none may, the bot says what it takes. */
export const media = new Composer<BotContext>();

media.on('message:photo', async (ctx) => {
  const { photo, caption = '', media_group_id: album } = ctx.message;
  if (!canSee(ctx)) return refuse(ctx, 'capture.noPhoto', caption);
  // The largest size that may be fetched; Telegram gives them from small to large (Bot API, PhotoSize).
  const size = photo.findLast(({ file_size: bytes = 0 }) => bytes <= maxFileBytes);
  if (!size) return tooBig(ctx, caption);
  await lookAt(ctx, { source: 'photo', fileId: size.file_id, caption, album });
});

media.on('message:voice', async (ctx) => {
  const { voice, caption = '' } = ctx.message;
  if (!canHear(ctx)) return refuse(ctx, 'capture.noVoice', caption);
  if ((voice.file_size ?? 0) > maxFileBytes) return tooBig(ctx, caption);
  await lookAt(ctx, { source: 'voice', fileId: voice.file_id, caption });
});

// Of a video and the like, what was written below it.
media.on('message:caption', (ctx) => captureText(ctx, ctx.message.caption));

async function tooBig(ctx: BotContext, caption: string): Promise<void> {
  await replyCard(ctx, plainCard(say('capture.tooBig')));
  await captureCaption(ctx, caption);
}

/** Once for an album; the caption may be below any picture of it. */
async function refuse(
  ctx: Filter<BotContext, 'message'>,
  key: 'capture.noPhoto' | 'capture.noVoice',
  caption: string,
): Promise<void> {
  const off = ctx.user.modelOff ? 'yes' : 'no';
  if (await isFirstOfAlbum(ctx)) await replyCard(ctx, plainCard(say(key, { off, takes: takes(ctx) })));
  await captureCaption(ctx, caption);
}
