export type Failure = { reason: 'signed-out' | 'not-found' | 'invalid' | 'failed'; message: string };

const noAnswer: Failure = {
  reason: 'failed',
  message: 'No answer from the server. Check your connection; we keep trying.',
};

/** A refusal by the server (or no answer at all), with words meant for the user. */
export class ApiError extends Error {
  readonly reason: Failure['reason'];

  constructor({ reason, message }: Failure) {
    super(message);
    this.reason = reason;
  }
}

/** JSON from our own server. Throws an ApiError, and nothing else, on every kind of failure. */
export async function fetchJson<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, { cache: 'no-store', ...init }).catch(() => null);
  if (!response) throw new ApiError(noAnswer);
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && body !== null) return body as T;
  throw new ApiError(failureFrom(body, response.status));
}

function failureFrom(body: unknown, status: number): Failure {
  const said = typeof body === 'object' && body !== null ? (body as Partial<Failure>) : {};
  return {
    reason: said.reason ?? (status === 401 ? 'signed-out' : 'failed'),
    message: said.message ?? noAnswer.message,
  };
}
