import { Composer } from 'grammy';
import { fitPerson } from '../../../capture/fit-person.ts';
import { countryOf } from '../../../capture/phone.ts';
import { readFile } from '../../../capture/reading/read-file.ts';
import { spoiltLines } from '../../capture-list-card.ts';
import { plainCard } from '../../card.ts';
import type { BotContext } from '../../context.ts';
import { maxFileBytes } from '../../files.ts';
import { replyCard } from '../../reply.ts';
import { join, say } from '../../say.ts';
import { canSee, takes } from './can-read.ts';
import { confirmNew } from './confirm.ts';
import { lookAt } from './media.ts';

/** vCard and CSV files; a picture that was sent as a file is a picture. */
export const documents = new Composer<BotContext>();

documents.on('message:document', async (ctx) => {
  const { document: file, caption = '' } = ctx.message;
  const refuse = (text: ReturnType<typeof say>) => replyCard(ctx, plainCard(text));
  if ((file.file_size ?? 0) > maxFileBytes) return void (await refuse(say('capture.tooBig')));
  if (file.mime_type?.startsWith('image/') && canSee(ctx))
    return lookAt(ctx, { source: 'photo', fileId: file.file_id, caption });
  const content = await ctx.files.read(file.file_id);
  if (!content.ok)
    return void (await refuse(say(content.reason === 'too-big' ? 'capture.tooBig' : 'capture.file.gone')));
  const { file_name: name = '', mime_type: mimeType = '' } = file;
  const read = readFile(content.bytes, { name, mimeType }, countryOf(ctx.user));
  if (!read.ok) {
    const why = say(`capture.file.${read.reason}`, { takes: takes(ctx) });
    return void (await refuse(join([why, spoiltLines(read.spoilt)], '\n\n')));
  }
  const people = read.people.map((person) =>
    fitPerson({ ...person, source: person.source || `Imported from ${name}`.slice(0, 200) }),
  );
  const { source, spoilt, mapping } = read;
  await confirmNew(ctx, { source, people, spoilt, raw: mapping ?? '', status: 'open' });
});
