import type { Update } from 'grammy/types';
import type { PendingUpdate, SimulatorState } from './state.ts';

/** An update before it gets its number. */
export type UpdateBody = Omit<Update, 'update_id'>;

/** Updates the bot has not confirmed yet, in order. */
export type UpdateQueue = {
  push(body: UpdateBody): void;
  pending(): readonly PendingUpdate[];
  /** Forgets updates that the bot has. */
  remove(drop: (update: PendingUpdate) => boolean): void;
  onPush(listener: () => void): void;
};

/** Kinds that Telegram leaves out unless they are asked for by name. */
const ONLY_ON_REQUEST = ['chat_member', 'message_reaction', 'message_reaction_count'];

/** A queue over `state.pending`; `save` is called after each change. */
export function createUpdateQueue(state: SimulatorState, save: () => void): UpdateQueue {
  const listeners: (() => void)[] = [];
  return {
    push(body) {
      const kind = Object.keys(body)[0] ?? '';
      if (!isWanted(kind, state.allowedUpdates)) return;
      state.pending.push({
        update: { update_id: state.nextUpdateId++, ...body },
        queue: queueOf(body),
        queuedAt: Date.now(),
      });
      save();
      for (const listener of listeners) listener();
    },
    pending: () => state.pending,
    remove(drop) {
      state.pending = state.pending.filter((update) => !drop(update));
      save();
    },
    onPush: (listener) => listeners.push(listener),
  };
}

function isWanted(kind: string, allowed: readonly string[]): boolean {
  return allowed.length > 0 ? allowed.includes(kind) : !ONLY_ON_REQUEST.includes(kind);
}

/**
 * The line an update stands in. Telegram keeps messages in order by chat and callback queries by user, in separate
 * lines: a message and a tap of one person may arrive at the same moment (telegram-bot-api, WebhookActor.cpp).
 */
function queueOf(body: UpdateBody): string {
  if (body.callback_query) return `callback:${body.callback_query.from.id}`;
  if (body.my_chat_member) return `member:${body.my_chat_member.chat.id}`;
  return `chat:${body.message?.chat.id ?? 0}`;
}
