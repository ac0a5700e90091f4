import type { FormattedString } from '@grammyjs/parse-mode';
import { Composer } from 'grammy';
import { cardFromFile } from '../../../capture/from-file.ts';
import { spoiltLines } from '../../capture-list-card.ts';
import { plainCard } from '../../card.ts';
import type { BotContext } from '../../context.ts';
import { maxFileBytes } from '../../files.ts';
import { replyCard } from '../../reply.ts';
import { join, say } from '../../say.ts';
import { canSee, takes } from './can-read.ts';
import { confirmNew } from './confirm.ts';
import { lookAt } from './look-at.ts';
import { captureCaption } from './texts.ts';

/** vCard and CSV files; a picture that was sent as a file is a picture. What stands below a file is read either way. */
export const documents = new Composer<BotContext>();

documents.on('message:document', async (ctx) => {
  const { document: file, caption = '', media_group_id: album } = ctx.message;
  const refuse = async (text: FormattedString) => {
    await replyCard(ctx, plainCard(text));
    await captureCaption(ctx, caption);
  };
  if ((file.file_size ?? 0) > maxFileBytes) return refuse(say('capture.tooBig'));
  if (file.mime_type?.startsWith('image/') && canSee(ctx))
    return lookAt(ctx, { source: 'photo', fileId: file.file_id, caption, album });
  const content = await ctx.files.read(file.file_id);
  if (!content.ok) return refuse(say(content.reason === 'too-big' ? 'capture.tooBig' : 'capture.file.gone'));
  const { file_name: name = '', mime_type: mimeType = '' } = file;
  const read = cardFromFile({ bytes: content.bytes, name, mimeType, caption }, ctx.user);
  if (read.ok) return confirmNew(ctx, read.card);
  const why = say(`capture.file.${read.reason}`, { takes: takes(ctx) });
  return refuse(join([why, spoiltLines(read.spoilt)], '\n\n'));
});
