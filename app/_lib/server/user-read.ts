import type { User } from '#server/auth/users.ts';
import type { Db } from '#server/db/client.ts';
import { errorText } from '#server/errors.ts';
import { getRuntime } from '#server/runtime.ts';
import { readIdentity } from './identity.ts';
import { type Reason, refuse } from './refusals.ts';

type Context<P> = { db: Db; now: Date; user: User; params: P; query: URLSearchParams };

const statusCodes: Record<Reason, number> = {
  'signed-out': 401,
  'not-found': 404,
  invalid: 400,
  failed: 500,
};

/** A refusal as an HTTP response, for routes. */
export function refusal(reason: Reason, message?: string): Response {
  return Response.json(refuse(reason, message), { status: statusCodes[reason] });
}

/**
 * Every read goes through here: who is asking (bearer token), then the view. `read` answers null for "not found";
 * bugs are caught here once and logged.
 */
export function userRead<P, T extends object>(read: (context: Context<P>) => Promise<T | null>) {
  return async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    const { db, clock, log } = getRuntime();
    try {
      const [scheme, token] = (request.headers.get('authorization') ?? '').split(' ');
      const user = scheme === 'Bearer' && token ? await readIdentity(token) : null;
      if (!user) return refusal('signed-out');
      const query = new URL(request.url).searchParams;
      const view = await read({ db, now: clock.now(), user, params: await params, query });
      return view ? Response.json(view, { headers: { 'cache-control': 'no-store' } }) : refusal('not-found');
    } catch (error) {
      log.error({ error: errorText(error) }, 'a read failed');
      return refusal('failed');
    }
  };
}
