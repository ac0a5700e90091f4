import { GrammyError, HttpError } from 'grammy';
import { errorCode, errorText } from '../errors.ts';
import type { Failure } from '../reminders/verdict.ts';

/** Errors after which the request cannot have reached Telegram: no address, no connection, no trust in the other side. */
const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** What a failed grammY call tells about the message; null when the error is none of Telegram's, but a bug. */
export function readFailure(error: unknown): Failure | null {
  if (error instanceof GrammyError) {
    return {
      kind: 'answered',
      code: error.error_code,
      description: error.description,
      retryAfterSeconds: error.parameters.retry_after,
    };
  }
  if (!(error instanceof HttpError)) return null;
  const code = errorCode(error.error);
  return { kind: 'no-answer', left: !(code && neverLeft.has(code)), description: code ?? 'no answer' };
}

/** The reason of a failed call for the log and the row: Telegram's words, never the message's. */
export function failureText(failure: Failure): string {
  return failure.kind === 'answered' ? `${failure.code} ${failure.description}` : failure.description;
}

/** True for the answers to a harmless edit: nothing to change, or the message is no longer there to be changed. */
export function isSettledEdit(error: unknown): boolean {
  const settled =
    /message is not modified|message to edit not found|message can't be edited|MESSAGE_ID_INVALID/i;
  return error instanceof GrammyError && settled.test(error.description);
}

/** Rethrows what is not one of Telegram's refusals to answer a button: too old a tap is nobody's fault. */
export function ignoreOldQuery(error: unknown): void {
  if (error instanceof GrammyError && /query is too old|QUERY_ID_INVALID/i.test(error.description)) return;
  throw new Error(`a button tap could not be answered: ${errorText(error)}`);
}
