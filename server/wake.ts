/**
 * A topic names the rows that wait: plans to draft, captures to read, chat messages to edit, reminders with a new date,
 * tests asked for.
 */
export const topics = ['plan-requests', 'captures', 'chat-refresh', 'reminders', 'test-reminders'] as const;
export type Topic = (typeof topics)[number];

/**
 * A tap on the shoulder for the workers, so that a row is handled at once. It carries no data and may be lost: the rows
 * are the truth, and each worker also looks for them on its own schedule.
 */
export type Wake = {
  /** Wakes the workers of this process, and of the others where there is a way to reach them. */
  notify(...topics: Topic[]): void;
  on(topic: Topic, listener: () => void): void;
};

export type LocalWake = Wake & {
  /** Wakes the workers of this process only: another one said so. */
  notifyHere(topics: readonly Topic[]): void;
};

/** Of many taps within this time the workers feel the first and the last: a busy chat must not mean a busy database. */
const restMs = 25;

/** `publish` tells the other processes; null when there are none. */
export function createWake(publish: ((topics: Topic[]) => void) | null = null): LocalWake {
  const listeners = new Map<Topic, Set<() => void>>();
  const resting = new Map<Topic, { again: boolean }>();

  function wakeUp(topic: Topic): void {
    const rest = resting.get(topic);
    if (rest) {
      rest.again = true;
      return;
    }
    for (const listener of listeners.get(topic) ?? []) listener();
    const begun = { again: false };
    resting.set(topic, begun);
    setTimeout(() => {
      resting.delete(topic);
      if (begun.again) wakeUp(topic);
    }, restMs).unref();
  }

  return {
    notifyHere: (told) => told.forEach(wakeUp),
    notify(...told) {
      told.forEach(wakeUp);
      publish?.(told);
    },
    on(topic, listener) {
      listeners.set(topic, (listeners.get(topic) ?? new Set()).add(listener));
    },
  };
}
