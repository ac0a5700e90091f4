import { randomInt } from 'node:crypto';

/** What the bot answered to a tap on a button. */
export type CallbackAnswer = { text?: string; showAlert: boolean; url?: string };

/** Taps that wait for answerCallbackQuery. */
export type Callbacks = {
  /** A new query id, and a promise of the answer: null when the bot gave none in time. */
  open(): { id: string; answer: Promise<CallbackAnswer | null> };
  /** False when the query is unknown, answered already, or too old. */
  answer(id: string, answer: CallbackAnswer): boolean;
  close(): void;
};

/** How long a client shows progress on the button. Telegram names no figure; people report 5 to 20 seconds. */
const CLIENT_WAITS_MS = 10_000;
/** Telegram's own server drops an undelivered callback query after this (telegram-bot-api, Client.cpp). */
const QUERY_LIVES_MS = 150_000;

type Waiting = { openedAt: number; timer: NodeJS.Timeout; resolve(answer: CallbackAnswer | null): void };

export function createCallbacks(): Callbacks {
  const waiting = new Map<string, Waiting>();
  return {
    open() {
      const id = String(randomInt(2 ** 40)) + String(randomInt(2 ** 30));
      const answer = new Promise<CallbackAnswer | null>((resolve) => {
        const timer = setTimeout(() => resolve(null), CLIENT_WAITS_MS);
        waiting.set(id, { openedAt: Date.now(), timer, resolve });
      });
      return { id, answer };
    },
    answer(id, answer) {
      const query = waiting.get(id);
      if (!query || Date.now() - query.openedAt > QUERY_LIVES_MS) return false;
      waiting.delete(id);
      clearTimeout(query.timer);
      query.resolve(answer);
      return true;
    },
    close() {
      for (const query of waiting.values()) {
        clearTimeout(query.timer);
        query.resolve(null);
      }
    },
  };
}
