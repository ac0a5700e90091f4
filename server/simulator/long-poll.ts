import type { Update } from 'grammy/types';
import { BotApiError } from './bot-api/errors.ts';
import type { UpdateQueue } from './update-queue.ts';

export type LongPoll = {
  /**
   * Updates from `offset` on; those before it count as confirmed. Waits up to `timeoutSeconds` when there are none.
   * A newer call ends an older one with 409, as Telegram does.
   */
  take(options: { offset: number; limit: number; timeoutSeconds: number }): Promise<Update[]>;
  /** Whether a bot has asked within the last minute. */
  isActive(): boolean;
  stop(): void;
};

const ACTIVE_MS = 60_000;

type Waiter = { look(): void; finish(updates: Update[]): void; fail(error: Error): void };

export function createLongPoll(queue: UpdateQueue): LongPoll {
  let waiter: Waiter | null = null;
  let lastCall = 0;
  queue.onPush(() => waiter?.look());

  return {
    take({ offset, limit, timeoutSeconds }) {
      waiter?.fail(
        new BotApiError(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      );
      lastCall = Date.now();
      confirm(queue, offset);
      return new Promise<Update[]>((resolve, reject) => {
        const timer = setTimeout(() => mine.finish([]), timeoutSeconds * 1000);
        const end = () => {
          clearTimeout(timer);
          if (waiter === mine) waiter = null;
        };
        const mine: Waiter = {
          look: () => {
            const updates = queue.pending().slice(0, limit);
            if (updates.length > 0) mine.finish(updates.map((pending) => pending.update));
          },
          finish: (updates) => {
            end();
            resolve(updates);
          },
          fail: (error) => {
            end();
            reject(error);
          },
        };
        waiter = mine;
        mine.look();
      });
    },
    isActive: () => Date.now() - lastCall < ACTIVE_MS,
    stop: () => waiter?.finish([]),
  };
}

/** A negative offset keeps only that many of the newest updates (TYPES getUpdates). */
function confirm(queue: UpdateQueue, offset: number): void {
  if (offset > 0) queue.remove(({ update }) => update.update_id < offset);
  if (offset < 0) {
    const kept = queue.pending().slice(offset);
    queue.remove((pending) => !kept.includes(pending));
  }
}
