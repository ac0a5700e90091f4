/**
 * What a failed Telegram call says about the message, from the error table of Telegram's own Bot API server and
 * grammY's guide to flood limits. Pure: telegram/failure.ts reads the thrown error, this file judges it.
 */
export type Failure =
  /** Telegram answered "ok: false". */
  | { kind: 'answered'; code: number; description: string; retryAfterSeconds?: number }
  /** No answer; `left` is false when the request cannot have left this machine (refused, host unknown). */
  | { kind: 'no-answer'; left: boolean; description: string };

export type Verdict =
  /** Not delivered; Telegram names the seconds to wait for everything we send. */
  | { verdict: 'wait'; seconds: number }
  /** Not delivered: Telegram could not be reached at all. */
  | { verdict: 'retry' }
  /** The person blocked the bot or never started it. */
  | { verdict: 'unreachable' }
  /** The token is no longer valid: nothing can be sent. */
  | { verdict: 'unauthorized' }
  /** Telegram does not like the text: a bug of ours. It goes out once more without formatting. */
  | { verdict: 'rejected' }
  /** Nobody knows whether it arrived: it is never sent again as it was. */
  | { verdict: 'unconfirmed' };

/** The verdict on one failed send. */
export function judge(failure: Failure): Verdict {
  if (failure.kind === 'no-answer') return failure.left ? { verdict: 'unconfirmed' } : { verdict: 'retry' };
  const { code, description } = failure;
  if (code === 429) return { verdict: 'wait', seconds: failure.retryAfterSeconds ?? 1 };
  if (code === 401 || code === 404) return { verdict: 'unauthorized' };
  if (code === 403 || /chat not found|PEER_ID_INVALID/i.test(description)) return { verdict: 'unreachable' };
  if (code >= 500) return { verdict: 'unconfirmed' };
  return { verdict: 'rejected' };
}
