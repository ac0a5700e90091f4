import { Composer, InlineKeyboard } from 'grammy';
import { personTime } from '../../auth/users.ts';
import { addOpenButton } from '../card.ts';
import type { BotContext } from '../context.ts';
import { replyCard } from '../reply.ts';
import { say } from '../say.ts';

/** /settings: what is set, and the way to the screen that changes it. */
export const settings = new Composer<BotContext>();

settings.command('settings', async (ctx) => {
  const { timeZone, reminderHour } = personTime(ctx.user);
  const hour = `${String(reminderHour).padStart(2, '0')}:00`;
  await replyCard(ctx, {
    text: say('settings', { timeZone, known: ctx.user.timeZone ? 'yes' : 'no', hour }),
    keyboard: addOpenButton(new InlineKeyboard(), ctx.appUrl, '/settings'),
  });
});
