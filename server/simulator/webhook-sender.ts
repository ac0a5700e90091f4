import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../log.ts';
import type { PendingUpdate, SimulatorState, Webhook } from './state.ts';
import type { UpdateQueue } from './update-queue.ts';

export type WebhookSender = {
  /** Looks for work; also ends the waiting of lines that are about to try again. */
  retryNow(): void;
  lastError(): { date: number; message: string } | null;
  stop(): void;
};

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 60_000;
const REQUEST_TIMEOUT_MS = 60_000;
/** How long an update stays worth sending (telegram-bot-api, Client.cpp). */
const CALLBACK_LIVES_MS = 150_000;
const MESSAGE_LIVES_MS = 24 * 3_600_000;

type Deps = { state: SimulatorState; queue: UpdateQueue; log: Log };

/** Posts pending updates to the bot's webhook: one at a time in each line, several lines at once. */
export function createWebhookSender({ state, queue, log }: Deps): WebhookSender {
  const busy = new Set<string>();
  const stopped = new AbortController();
  let nap = new AbortController();
  let lastError: { date: number; message: string } | null = null;

  const startLines = () => {
    for (const { queue: line } of queue.pending()) {
      if (!state.webhook || stopped.signal.aborted || busy.size >= state.webhook.maxConnections) return;
      if (!busy.has(line)) void work(line);
    }
  };

  async function work(line: string): Promise<void> {
    busy.add(line);
    let delay = FIRST_DELAY_MS;
    for (let next = first(line); next && state.webhook && !stopped.signal.aborted; next = first(line)) {
      const problem = isExpired(next) ? null : await post(next, state.webhook, stopped.signal);
      if (stopped.signal.aborted) break;
      if (problem === null) {
        const delivered = next;
        queue.remove((pending) => pending === delivered);
        delay = FIRST_DELAY_MS;
        continue;
      }
      lastError = { date: Math.floor(Date.now() / 1000), message: problem };
      log.warn({ update: next.update.update_id, problem, delay }, 'webhook did not take an update');
      await sleep(delay, undefined, { signal: nap.signal }).catch(() => undefined);
      delay = Math.min(delay * 2, LONGEST_DELAY_MS);
    }
    busy.delete(line);
    startLines();
  }

  const first = (line: string) => queue.pending().find((pending) => pending.queue === line);

  queue.onPush(startLines);
  return {
    retryNow() {
      nap.abort();
      nap = new AbortController();
      startLines();
    },
    lastError: () => lastError,
    stop() {
      stopped.abort();
      nap.abort();
    },
  };
}

function isExpired({ update, queuedAt }: PendingUpdate): boolean {
  return Date.now() - queuedAt > (update.callback_query ? CALLBACK_LIVES_MS : MESSAGE_LIVES_MS);
}

/** Null when the bot took the update, otherwise what went wrong, in Telegram's words. */
async function post(pending: PendingUpdate, webhook: Webhook, stop: AbortSignal): Promise<string | null> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (webhook.secretToken) headers['X-Telegram-Bot-Api-Secret-Token'] = webhook.secretToken;
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers,
      body: JSON.stringify(pending.update),
      redirect: 'manual',
      signal: AbortSignal.any([stop, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]),
    });
    await response.arrayBuffer();
    return response.ok ? null : `Wrong response from the webhook: ${response.status} ${response.statusText}`;
  } catch {
    return 'Connection failed';
  }
}
