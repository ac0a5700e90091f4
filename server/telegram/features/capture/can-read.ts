import { mayUseModel } from '../../../model/port.ts';
import type { BotContext } from '../../context.ts';
import { say } from '../../say.ts';

/** Whether a model may look at this person's pictures, and listen to them. */
export const canSee = ({ model, user }: BotContext): boolean => model.sees && mayUseModel(user);
export const canHear = ({ model, user }: BotContext): boolean => model.hears && mayUseModel(user);

/** What the bot takes, as things are for this person. */
export const takes = (ctx: BotContext) =>
  say('capture.takes', { sees: canSee(ctx) ? 'yes' : 'no', hears: canHear(ctx) ? 'yes' : 'no' });
