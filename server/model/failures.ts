import { APICallError } from 'ai';
import { errorCode } from '../errors.ts';
import { type NoAnswer, noAnswer } from './port.ts';

/** A provider that fails now may be well again soon; one that says no time in its 429 means about a minute's quota. */
const downMs = 5000;
const busyMs = 30_000;

/** Codes of OpenAI's API, which others took over, for what the status alone does not tell. */
const spent = /insufficient_quota|billing/;
const filtered = /content_filter|content_policy|ResponsibleAI/i;

/** What a failed call means. Its cause names a status or a system error, never what the provider wrote: it may echo us. */
export function readFailure(error: unknown): NoAnswer {
  const call = APICallError.isInstance(error) ? error : null;
  const status = call?.statusCode;
  if (call && status !== undefined && status >= 400) {
    return readStatus(status, call.responseHeaders?.['retry-after'], call.responseBody);
  }
  return noAnswer('down', networkCause(error), downMs);
}

/** What an HTTP status of 400 and more means. */
export function readStatus(status: number, retryAfter?: string | null, body = ''): NoAnswer {
  const cause = `HTTP ${status}`;
  if ([401, 402, 403, 404].includes(status)) return noAnswer('unauthorized', cause);
  if (status === 429) {
    if (spent.test(body)) return noAnswer('unauthorized', `${cause}, the quota is spent`);
    return noAnswer('busy', cause, readRetryAfter(retryAfter) ?? busyMs);
  }
  if (status === 408 || status >= 500) return noAnswer('down', cause, readRetryAfter(retryAfter) ?? downMs);
  return filtered.test(body) ? noAnswer('refused', cause) : noAnswer('invalid', cause);
}

/** Milliseconds a Retry-After asks for, in seconds or as a date (RFC 9110, 10.2.3); null when it says nothing. */
function readRetryAfter(text: string | null | undefined): number | null {
  if (!text) return null;
  const ms = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, Math.ceil(ms)) : null;
}

function networkCause(error: unknown): string {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if (one.name === 'TimeoutError') return 'no answer in time';
    const code = errorCode(one);
    if (code) return code;
  }
  return error instanceof Error ? error.name : 'unknown';
}
