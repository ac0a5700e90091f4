import { leavesDoubt } from '../../../capture/may-read.ts';
import { countryOf } from '../../../capture/phone.ts';
import { readText } from '../../../capture/reading/read-text.ts';
import { plainCard } from '../../card.ts';
import type { BotContext } from '../../context.ts';
import { replyCard } from '../../reply.ts';
import { say } from '../../say.ts';
import { confirmNew } from './confirm.ts';

/** A text about somebody becomes a confirm card at once, from rules; a model may look closer meanwhile. */
export async function captureText(ctx: BotContext, text: string): Promise<void> {
  const { user, model } = ctx;
  const person = readText(text, countryOf(user));
  const isReading = leavesDoubt({ text, person }, { user, model });
  const says = person.name || person.telegram || person.email || person.phone;
  if (!says && !isReading) return void (await replyCard(ctx, plainCard(say('help'))));
  const status = isReading ? 'reading' : 'open';
  await confirmNew(ctx, { source: 'text', people: [person], raw: isReading ? text : '', status });
}
