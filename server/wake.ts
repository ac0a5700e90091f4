/** A topic names the rows that wait: plans to draft, chat messages to edit. */
export type Topic = 'plan-requests' | 'chat-refresh';

/**
 * A tap on the shoulder for the workers of this process, so that a row is handled at once. It carries no data and may
 * be lost: the rows are the truth, and each worker also looks for them on its own schedule.
 */
export type Wake = {
  notify(...topics: Topic[]): void;
  on(topic: Topic, listener: () => void): void;
};

export function createWake(): Wake {
  const listeners = new Map<Topic, Set<() => void>>();
  return {
    notify(...topics) {
      for (const topic of topics) for (const listener of listeners.get(topic) ?? []) listener();
    },
    on(topic, listener) {
      listeners.set(topic, (listeners.get(topic) ?? new Set()).add(listener));
    },
  };
}
