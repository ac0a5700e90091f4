import { Composer, InlineKeyboard } from 'grammy';
import { countryName } from '../../time/holidays.ts';
import { personTime } from '../../time/person.ts';
import { hourWords, weekWords } from '../../time/week-words.ts';
import { addOpenButton } from '../card.ts';
import type { BotContext } from '../context.ts';
import { replyCard } from '../reply.ts';
import { say } from '../say.ts';

/** /settings: what is set, and the way to the screen that changes it. */
export const settings = new Composer<BotContext>();

settings.command('settings', async (ctx) => {
  const person = personTime(ctx.user);
  await replyCard(ctx, {
    text: say('settings', {
      ...{ timeZone: person.timeZone, known: ctx.user.timeZone ? 'yes' : 'no' },
      hour: hourWords(person.reminderHour),
      ...{ opens: hourWords(person.opens), closes: hourWords(person.closes) },
      days: weekWords(person.workingDays),
      country: (person.holidays && countryName(person.holidays)) ?? 'none',
      counting: person.countWorkingDays ? 'yes' : 'no',
    }),
    keyboard: addOpenButton(new InlineKeyboard(), ctx.appUrl, '/settings'),
  });
});
