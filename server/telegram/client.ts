import { Api, HttpError, InputFile, type Transformer } from 'grammy';
import type { ApiResponse } from 'grammy/types';
import { Agent, request } from 'undici';

/** A send that is not answered within this is given up; whether it arrived is then unknown. */
const sendTimeoutSeconds = 12;
/** To connect, and to read an answer that has begun: together with the wait for it far less than a host's patience. */
const shortMs = 4000;

/** Connections are kept open, and let go of before Telegram closes them. */
const dispatcher = new Agent({
  connections: 64,
  pipelining: 1,
  keepAliveTimeout: 10_000,
  connect: { timeout: shortMs },
});

type Server = { token: string; apiRoot: string; timeoutSeconds: number };

/**
 * Takes the place of grammY's own HTTP client, which costs several times as much CPU a call
 * (docs/decisions/0006-delivery.md): JSON over connections that stay open. What holds a file,
 * which is rare, is left to grammY's.
 * @throws HttpError with undici's error inside, whose `code` tells whether the request left.
 */
export function overKeepAlive({ token, apiRoot, timeoutSeconds }: Server): Transformer {
  const root = `${apiRoot}/bot${token}/`;
  const timeout = timeoutSeconds * 1000;
  const options = {
    ...{ dispatcher, method: 'POST' as const, headers: { 'content-type': 'application/json' } },
    ...{ headersTimeout: timeout, bodyTimeout: shortMs },
  };
  return async (call, method, payload, signal) => {
    if (Object.values(payload).some((value) => value instanceof InputFile))
      return call(method, payload, signal);
    try {
      const aborted = signal as AbortSignal | undefined;
      const response = await request(root + method, {
        ...options,
        body: JSON.stringify(payload),
        signal: aborted,
      });
      return (await response.body.json()) as ApiResponse<never>;
    } catch (error) {
      // Without the address: it holds the token.
      throw new HttpError(`Network request for '${method}' failed!`, error);
    }
  };
}

/** A client that never repeats a call by itself, for messages that must not arrive twice. */
export function createSendingApi(token: string, apiRoot: string): Api {
  const api = new Api(token, { apiRoot });
  api.config.use(overKeepAlive({ token, apiRoot, timeoutSeconds: sendTimeoutSeconds }));
  return api;
}
