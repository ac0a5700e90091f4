import type { z } from 'zod';
import type { User } from '#server/auth/users.ts';
import type { Db } from '#server/db/client.ts';
import { errorText } from '#server/errors.ts';
import { getRuntime, type Runtime } from '#server/runtime.ts';
import { readIdentity } from './identity.ts';
import { type Refusal, refuse } from './refusals.ts';

export type ActionResult<T = unknown> = ({ ok: true } & T) | Refusal;

type Context = { db: Db; now: Date; user: User; model: Runtime['model'] };

/**
 * Every server action goes through here: who is asking (our session token, first argument), what they ask (zod), then
 * the act. Errors thrown by actions reach the browser without their words in production, so refusals are values, and
 * bugs are caught here once, logged, and answered with an apology. Chat messages about what changed follow at once.
 */
export function userAction<Schema extends z.ZodType, T>(
  schema: Schema,
  act: (context: Context, input: z.output<Schema>) => Promise<ActionResult<T>>,
): (token: string, input: z.input<Schema>) => Promise<ActionResult<T>> {
  return async (token, input) => {
    const { db, clock, log, wake, model } = getRuntime();
    try {
      const user = typeof token === 'string' ? await readIdentity(token) : null;
      if (!user) return refuse('signed-out');
      const parsed = schema.safeParse(input);
      if (!parsed.success) return refuse('invalid', parsed.error.issues[0]?.message);
      const result = await act({ db, now: clock.now(), user, model }, parsed.data);
      wake.notify('plan-requests', 'captures', 'chat-refresh', 'reminders');
      return result;
    } catch (error) {
      log.error({ error: errorText(error) }, 'a server action failed');
      return refuse('failed');
    }
  };
}
