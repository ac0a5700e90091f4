import { Composer } from 'grammy';
import { markReachable } from '../../auth/users.ts';
import { holdPerson } from '../../reminders/settle.ts';
import type { BotContext } from '../context.ts';

/**
 * Whether our messages reach the person: my_chat_member tells when they block or unblock the bot, and anyone who
 * writes can be written to. What was held comes back at once.
 */
export const reachability = new Composer<BotContext>();

reachability.on('my_chat_member', async (ctx) => {
  if (ctx.myChatMember.new_chat_member.status === 'kicked') await holdPerson(ctx.db, ctx.user.id, ctx.now);
  else await markReachable(ctx.db, ctx.user.id, ctx.now);
});

reachability.use(async (ctx, next) => {
  if (ctx.user.unreachableAt) await markReachable(ctx.db, ctx.user.id, ctx.now);
  await next();
});
