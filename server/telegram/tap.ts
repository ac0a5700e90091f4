import type { Filter, MiddlewareFn } from 'grammy';
import { readTap, type Tap } from './callback-data.ts';
import type { BotContext } from './context.ts';

type TapContext = Filter<BotContext, 'callback_query:data'>;
/** Of the taps, those that may carry one of `Act`, with no other act. */
type Carries<One, Act> = One extends { act: infer Own }
  ? [Own & Act] extends [never]
    ? never
    : One & { act: Act }
  : never;
type TapOf<Act extends Tap['act']> = Tap & Carries<Tap, Act>;

/** Middleware for taps on buttons that carry one of `acts`; anything else goes on to the next feature. */
export function onTap<Act extends Tap['act']>(
  acts: readonly Act[],
  handle: (ctx: TapContext, tap: TapOf<Act>) => Promise<void>,
): MiddlewareFn<TapContext> {
  const isOurs = (tap: Tap | null): tap is TapOf<Act> => tap !== null && acts.some((act) => act === tap.act);
  return async (ctx, next) => {
    const tap = readTap(ctx.callbackQuery.data);
    if (isOurs(tap)) await handle(ctx, tap);
    else await next();
  };
}
