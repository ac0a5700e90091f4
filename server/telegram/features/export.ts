import { Composer, InputFile } from 'grammy';
import { getExport, isEmptyExport } from '../../views/export.ts';
import { toCsv, toJson } from '../../views/export-files.ts';
import { plainCard } from '../card.ts';
import type { BotContext } from '../context.ts';
import { replyCard } from '../reply.ts';
import { say } from '../say.ts';

/** /export: all that a person owns, as two files. */
export const exportOwn = new Composer<BotContext>();

exportOwn.command('export', async (ctx) => {
  const { db, user, now } = ctx;
  const exported = await getExport(db, user, now);
  if (isEmptyExport(exported)) {
    await replyCard(ctx, plainCard(say('export.nothing')));
    return;
  }
  await ctx.replyWithChatAction('upload_document');
  const name = `followthrough-${exported.exportedAt.toISOString().slice(0, 10)}`;
  const table = say('export.table', { leads: exported.leads.length });
  const everything = say('export.everything');
  // Nobody's leads: the table would be a header.
  if (exported.leads.length > 0)
    await ctx.replyWithDocument(new InputFile(Buffer.from(toCsv(exported)), `${name}.csv`), {
      caption: table.text,
      caption_entities: table.entities,
    });
  await ctx.replyWithDocument(new InputFile(Buffer.from(toJson(exported)), `${name}.json`), {
    caption: everything.text,
    caption_entities: everything.entities,
  });
});
