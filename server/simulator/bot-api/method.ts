import type { Context } from '../context.ts';
import type { Params } from './params.ts';

/** What a Bot API method answers; Telegram adds a description to some results, such as "Webhook was set". */
export type Answer = { result: unknown; description?: string };

/** One Bot API method. Throws a BotApiError where Telegram would refuse. */
export type Method = (context: Context, params: Params) => Answer | Promise<Answer>;
export type Methods = Record<string, Method>;
