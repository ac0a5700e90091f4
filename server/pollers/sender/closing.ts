import { errorText } from '../../errors.ts';
import { closeGate } from '../../reminders/gate.ts';
import type { PollerDeps } from '../index.ts';
import type { Delivery } from './deliver.ts';

const longestMs = 60_000;

/**
 * Whether anything may leave at all. Telegram names the seconds to wait (429); while it cannot be reached or answers
 * with errors of its own, trying one reminder after the other would only turn them all into "nobody knows".
 */
export type Closing = {
  /** Milliseconds until something may leave again; 0 when the way is open. */
  closedForMs(): number;
  /** The database says that the gate is closed: another instance was told to wait. */
  closeFor(ms: number): void;
  /** Draws the conclusion from one delivery. */
  learn(sent: Delivery['sent']): Promise<void>;
};

export function createClosing({ db, log, troubles }: PollerDeps): Closing {
  let closedUntil = 0;
  let failures = 0;
  const closeFor = (ms: number) => {
    closedUntil = Math.max(closedUntil, performance.now() + ms);
  };

  async function close(ms: number, words: string) {
    closeFor(ms);
    log.warn({ pauseMs: ms }, words);
    await closeGate(db, ms).catch((error) =>
      log.error({ error: errorText(error) }, 'the other instances could not be told to wait'),
    );
  }

  const closing: Closing = {
    // A refused token keeps the way closed until Telegram takes it again (token.ts), and not a moment longer.
    closedForMs: () =>
      troubles.has('token-refused') ? longestMs : Math.max(0, closedUntil - performance.now()),
    closeFor,
    async learn(sent) {
      if (sent.verdict === 'wait')
        return close(sent.seconds * 1000, 'Telegram asks to wait: nothing is sent until then');
      // Not a word of Telegram's.
      if (sent.verdict === 'nothing' || sent.verdict === 'bug') return;
      if (sent.verdict === 'retry' || sent.verdict === 'unconfirmed') {
        // What was under way together fails together, and counts once.
        if (failures === 0 || closing.closedForMs() === 0) failures += 1;
        const ms = Math.min(1000 * 2 ** (failures - 1), longestMs);
        return close(ms, 'Telegram does not answer as it should: nothing is sent for a moment');
      }
      if (sent.verdict !== 'unauthorized') {
        failures = 0;
        return;
      }
      troubles.raise(
        'token-refused',
        'Telegram refuses BOT_TOKEN (401): nothing can be sent. Set the current token of @BotFather and start again.',
      );
    },
  };
  return closing;
}
